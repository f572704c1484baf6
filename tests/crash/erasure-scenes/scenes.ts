import type { Scenes } from './cast';
import { contactScenes } from './contact-scenes';
import { identityScenes } from './identity-scenes';
import { moderationScenes } from './moderation-scenes';
import { postsScenes } from './posts-scenes';

/** Every writing call, in the situations in which it writes something else. */
export const scenes: Scenes = [...postsScenes, ...contactScenes, ...moderationScenes, ...identityScenes];
