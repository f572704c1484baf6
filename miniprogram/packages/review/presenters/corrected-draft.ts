import type { CallInput } from '../../../../cloudfunctions/shared/contract/contract';
import type { OpenedPost } from '../../../../cloudfunctions/shared/contract/post';
import { plainOf } from '../../../presenters/publish/form-fields';

/** The post as a form again, with another note: what `posts.correct` takes. */
export function correctedDraft(post: OpenedPost, note: string): CallInput<'posts', 'correct'>['draft'] {
  const plain = { ...plainOf(post), note: note.trim() };
  if (post.board === 'need') {
    const items = post.items.map(({ code, quantity, unit }) => ({ code, quantity, unit }));
    return { board: 'need', ...plain, items };
  }
  const items = post.items.map(({ name: _name, ...item }) => item);
  return { board: 'spare', ...plain, items, portions: post.portions?.left ?? 1, source: post.source ?? '' };
}
