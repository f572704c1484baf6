import type { Group } from '../../../cloudfunctions/shared/contract/board';
import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { Interest } from '../../model/contacts';
import { interestText } from './interest-text';
import type { InterestText } from './interest-text';
import { postCard } from './post-card';
import type { PostCard } from './post-card';
import { statusText } from './post-detail';
import { remainingText } from '../time/time-text';
import { say } from '../../facts/words/say';

/** A post of the user's own, as the list of them draws it. */
export interface OwnPost {
  id: string;
  post: OpenedPost;
  card: PostCard;
  /** 求助 · 到明天 13:20, or how it ended. */
  stateText: string;
  /** Null for a post without contacts. */
  interest: InterestText | null;
}

/** Keeps the order of `posts`. `nowMs` is the server's clock. */
export function ownPosts(
  posts: readonly OpenedPost[],
  groups: readonly { code: Group; name: string }[],
  nowMs: number,
  interest: readonly Interest[],
): { open: OwnPost[]; ended: OwnPost[] } {
  const isOpen = ({ status }: OpenedPost): boolean => unended.includes(status);
  const own = (post: OpenedPost): OwnPost => ({
    id: post.id,
    post,
    card: postCard(post, groups, nowMs),
    interest: interestText(
      interest.find(({ postId }) => postId === post.id),
      post.board,
    ),
    stateText: `${post.board === 'need' ? say('求助') : say('{giving}')} · ${stateText(post, nowMs)}`,
  });
  return {
    open: posts.filter(isOpen).map(own),
    ended: posts.filter((post) => !isOpen(post)).map(own),
  };
}

const unended: readonly OpenedPost['status'][] = ['published', 'pending', 'hidden'];

function stateText(post: OpenedPost, nowMs: number): string {
  return post.status === 'published' ? remainingText(post.expiresAtMs, nowMs) : statusText(post);
}
