import type { GrantDocument } from '../../shared/contract/documents';
import { newAdmission, noteCallBack } from '../../shared/domain/admission';
import { askForCallBack } from '../../shared/domain/quota';
import { addNews } from '../../shared/adapters/news-store';
import type { WritingFor } from '../../shared/adapters/write-for';
import { campaign } from '../../shared/kernel/campaign';
import type { Refuse } from '../../shared/kernel/refuse';
import { callBackNews } from '../contact-news';
import type { CallBackIntent } from './intend';

/**
 * Records a request to call back in place of a number; one that waits already stays as it is.
 * @returns whether the request is new and whether the post was never contacted before, too
 */
export async function askCallBack(
  ordered: WritingFor,
  { grant, person, limit }: CallBackIntent,
  nowMs: number,
  refuse: Refuse<'call-back-limit' | 'contact-full'>,
): Promise<{ grant: GrantDocument; isNew: boolean; isFirst: boolean }> {
  const { _id: id, postId, viewerId, posterId } = grant;
  const known = await ordered.read('admissions', postId);
  const admission = known ?? newAdmission(postId);
  if (admission.callBacks.includes(id)) return { grant, isNew: false, isFirst: false };
  const counted = askForCallBack(person, id, campaign.limits, nowMs);
  if (!counted) throw refuse('call-back-limit');
  const noted = noteCallBack(admission, id, limit);
  if (!noted) throw refuse('contact-full');
  // The request names both sides, so an erasure of either must be able to stop this write.
  for (const personId of [viewerId, posterId]) await ordered.alsoFor(personId);
  const asked: GrantDocument = { ...grant, state: 'asked', wasAsked: true };
  await ordered.write('admissions', noted);
  await ordered.write('persons', counted);
  await ordered.write('grants', asked);
  await addNews(ordered, callBackNews(asked, nowMs));
  return { grant: asked, isNew: true, isFirst: known === null };
}
