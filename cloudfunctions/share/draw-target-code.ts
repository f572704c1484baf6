import type { shareCalls } from '../shared/contract/share-calls';
import { drawCode } from '../shared/adapters/mini-program-code';
import { readDocument } from '../shared/adapters/ordered-writes';
import { placeOf } from '../shared/adapters/place-store';
import { statusAt } from '../shared/domain/post-life';
import { sceneOf } from '../shared/kernel/scene';
import { logCall } from '../shared/kernel/log';
import type { MemberUseCase } from '../shared/kernel/procedure';

/** Draws a code for things that everybody can see: an open post or a named place. */
export const drawTargetCode: MemberUseCase<typeof shareCalls.code> = async (
  { target },
  _member,
  { nowMs, requestId, refuse },
) => {
  if (target.kind === 'place') {
    if (!(await placeOf(target.id))) throw refuse('not-found');
  } else {
    const post = await readDocument('posts', target.id);
    if (!post) throw refuse('not-found');
    if (statusAt(post, nowMs) !== 'published') throw refuse('post-closed');
  }
  const scene = sceneOf(target);
  const answer = await drawCode(scene);
  if (answer.kind === 'none') {
    logCall.provider(requestId, 'wxacode.getUnlimited', String(answer.errCode));
    throw refuse('code-unavailable');
  }
  return { scene, picture: answer.picture.toString('base64') };
};
