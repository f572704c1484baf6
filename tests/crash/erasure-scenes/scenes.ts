import type { Scenes } from './cast';
import { contactScenes } from './contact-scenes';
import { feedbackScenes } from './feedback-scenes';
import { identityScenes } from './identity-scenes';
import { moderationScenes } from './moderation-scenes';
import { newsScenes } from './news-scenes';
import { postsScenes } from './posts-scenes';
import { timerScenes } from './timer-scenes';
import { volunteerScenes } from './volunteer-scenes';

/** Every writing call and timer, in each situation in which it writes something different. */
export const scenes: Scenes = [
  ...postsScenes,
  ...contactScenes,
  ...moderationScenes,
  ...volunteerScenes,
  ...newsScenes,
  ...feedbackScenes,
  ...identityScenes,
  ...timerScenes,
];
