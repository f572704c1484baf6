import type { GrantDocument, MaskedBinding } from '../../shared/contract/documents';
import { questionAfterBinding } from '../../shared/domain/hand-over';
import type { BindAnswer, MaskedNumbers } from '../../shared/adapters/masked-numbers';
import { addNews } from '../../shared/adapters/news-store';
import { listNumber } from '../../shared/adapters/number-store';
import { inOrder } from '../../shared/adapters/ordered-writes';
import { campaign } from '../../shared/kernel/campaign';
import { boundNews } from '../contact-news';
import { carrier, noteUnlisted } from './carrier';
import { endGrant } from './end-grant';
import { noteDoubt } from './note-doubt';
import { noteTaker } from './note-taker';
import type { Phones } from './phones';

/** The end of a try to bind a number. `overtaken`: another run had already finished it. */
export type Outcome =
  { kind: 'bound'; grant: GrantDocument } | { kind: 'overtaken' } | Exclude<BindAnswer, { kind: 'bound' }>;

/** The carrier's name for one try. No two tries share a name, so the number of an abandoned try belongs to no grant. */
const outIdOf = ({ _id, attempt }: GrantDocument): string => `${_id}-${attempt}`;

/** Asks the carrier for the number that the recorded grant needs, and stores the number. */
export async function bindIntended(
  numbers: MaskedNumbers,
  intended: GrantDocument,
  phones: Phones,
  nowMs: number,
): Promise<Outcome> {
  const fromViewer = intended.openedBy === 'viewer';
  const answer = await numbers.bind({
    callerPhone: fromViewer ? phones.viewer : phones.poster,
    calledPhone: fromViewer ? phones.poster : phones.viewer,
    expiresAtMs: intended.expiresAtMs ?? nowMs,
    outId: outIdOf(intended),
  });
  if (answer.kind === 'unknown') await noteDoubt(nowMs);
  if (answer.kind !== 'bound') return answer;
  // Before the commit, because the sweep finds a number that a crash leaves behind only if it is listed. The contact
  // goes on without an entry that cannot be written: the next one over this number tries again.
  if (await listNumber(answer.binding.number, nowMs).catch(() => false)) noteUnlisted();
  return commit(intended, answer.binding, nowMs);
}

/**
 * Turns an intended grant into a bound one. If the sweep abandoned the try meanwhile, the number goes back; if an
 * erasure of the person began meanwhile, the grant ends at once.
 */
async function commit(
  intended: GrantDocument,
  binding: MaskedBinding,
  nowMs: number,
): Promise<Extract<Outcome, { kind: 'bound' | 'overtaken' }>> {
  const grant = await inOrder(async (ordered) => {
    const now = await ordered.read('grants', intended._id);
    if (now?.state !== 'intended' || now.attempt !== intended.attempt) return null;
    const bound: GrantDocument = {
      ...now,
      state: 'bound',
      binding,
      boundAtMs: nowMs,
      questionDueAtMs: questionAfterBinding(now, nowMs, campaign.limits),
    };
    await ordered.write('grants', bound);
    if (bound.endReason === null) await noteTaker(ordered, bound, nowMs);
    if (bound.endReason === null) await addNews(ordered, boundNews(bound, nowMs));
    return bound;
  });
  if (!grant) {
    if ((await carrier().unbind(binding)) === 'unknown') await noteDoubt(nowMs);
    return { kind: 'overtaken' };
  }
  if (grant.endReason === null) return { kind: 'bound', grant };
  await endGrant(grant, grant.endReason, nowMs);
  return { kind: 'overtaken' };
}
