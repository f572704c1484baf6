import type { shareCalls } from '../shared/contract/share-calls';
import { drawCode } from '../shared/adapters/mini-program-code';
import { sceneOf } from '../shared/kernel/scene';
import { logCall } from '../shared/kernel/log';
import type { MemberUseCase } from '../shared/kernel/procedure';
import { faultOf } from './fault-of';

/** Draws a code for things that everybody can see: an open post or a named place. */
export const drawTargetCode: MemberUseCase<typeof shareCalls.code> = async (
  { target },
  _member,
  { nowMs, requestId, refuse },
) => {
  const fault = await faultOf(target, nowMs);
  if (fault !== null) throw refuse(fault);
  const scene = sceneOf(target);
  const answer = await drawCode(scene);
  if (answer.kind === 'none') {
    logCall.provider(requestId, 'wxacode.getUnlimited', String(answer.errCode));
    throw refuse('code-unavailable');
  }
  return { scene, picture: answer.picture.toString('base64') };
};
