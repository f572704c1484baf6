import { letOut } from '../shared/domain/admission';
import { ended } from '../shared/domain/grant';
import { inOrder } from '../shared/adapters/ordered-writes';
import type { GrantDocument } from '../shared/contract/documents';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import type { Invocation } from '../shared/kernel/procedure';
import { contactAnswer } from './contact-answer';
import { endGrant } from './end-grant';
import { loadGrant } from './own-grant';

/** The viewer is done: the number goes back, or the call-back request is taken back and may be made again. */
export async function finishContact(
  { id }: { id: string },
  found: GrantDocument,
  _viewer: Member,
  { nowMs }: Invocation,
): ReturnType<typeof contactAnswer> {
  if (found.state === 'intended') throw new CallError('contact-pending');
  if (found.state === 'asked') {
    await withdrawRequest(id);
    return contactAnswer(ended(found, nowMs), nowMs);
  }
  if (found.state === 'bound') await endGrant(found, 'done', nowMs);
  return contactAnswer(await loadGrant(id), nowMs);
}

async function withdrawRequest(id: string): Promise<void> {
  await inOrder(async (ordered) => {
    const grant = await ordered.read('grants', id);
    if (grant?.state !== 'asked') throw new CallError('contact-pending');
    const admission = await ordered.read('admissions', grant.postId);
    if (admission)
      await ordered.write('admissions', { ...letOut(admission, id), revision: admission.revision + 1 });
    await ordered.remove('grants', id);
  });
}
