import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { TemplateName } from '../../facts/news/message-templates';

/** What the owner of a post that has not ended may want to hear of on the phone. */
export function messageWishes({
  mine,
  status,
  board,
}: Pick<OpenedPost, 'mine' | 'status' | 'board'>): TemplateName[] {
  if (!mine || (status !== 'published' && status !== 'pending' && status !== 'hidden')) return [];
  return board === 'need' ? ['contact', 'result', 'match'] : ['contact', 'result'];
}
