import type { OpenedPost, Post } from '../../cloudfunctions/shared/contract/post';
import { call } from './cloud';
import { keepAnswer, keptAnswer } from './kept-answers';
import type { Kept } from './kept-answers';

const key = 'opened-posts';
const postsKept = 20;

/** Posts of the lists that this session showed. */
const listed = new Map<string, Kept<Post>>();

/** Opens a post and keeps it. Throws CallError. */
export async function readPost(id: string): Promise<OpenedPost> {
  const post = await call('posts', 'read', { id });
  const others = opened().filter(({ answer }) => answer.id !== id);
  keepAnswer(key, [{ answer: post, atMs: Date.now() }, ...others].slice(0, postsKept));
  return post;
}

/** Remembers the post that was tapped in a list, so that its page can draw it at once. */
export function rememberListed(post: Post, atMs: number): void {
  listed.set(post.id, { answer: post, atMs });
}

/** The post as last seen, without permissions, because only the cloud knows what the viewer may do now. */
export function postAtHand(id: string): Kept<OpenedPost> | null {
  const kept = opened().find(({ answer }) => answer.id === id) ?? listed.get(id);
  if (kept === undefined) return null;
  return {
    atMs: kept.atMs,
    answer: {
      mine: false,
      isUnconfirmed: false,
      review: null,
      reportToken: null,
      question: null,
      photos: [],
      photoCount: 0,
      opensLeft: null,
      contactsLeft: null,
      ...kept.answer,
      can: nothing,
    },
  };
}

const nothing: OpenedPost['can'] = {
  contact: false,
  renew: false,
  withdraw: false,
  give: false,
  undoGift: false,
  fulfil: false,
  keep: false,
  correct: false,
  appeal: false,
  report: false,
};

const opened = (): Kept<OpenedPost>[] => keptAnswer<Kept<OpenedPost>[]>(key)?.answer ?? [];
