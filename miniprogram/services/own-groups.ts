import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { OpenedPost } from '../../cloudfunctions/shared/contract/post';
import type { Draft } from '../model/draft';
import { keptAnswer } from './kept-answers';

/**
 * The groups that the user named when they asked for medicine: in their open needs and in the form. Only this phone
 * knows them.
 */
export function ownGroups(): Group[] {
  const posts = keptAnswer<{ posts: OpenedPost[] }>('own-posts')?.answer.posts ?? [];
  const needs = posts.filter(({ board, status }) => board === 'need' && status === 'published');
  const draft: Partial<Draft> | '' = wx.getStorageSync('draft.need');
  const drafted = draft === '' ? [] : (draft.groups ?? []);
  return [...new Set([...needs.flatMap(({ groups }) => groups), ...drafted])];
}
