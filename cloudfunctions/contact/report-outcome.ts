import type { z } from 'zod';
import type { outcome as call } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { newPerson } from '../shared/domain/person';
import { giveBack } from '../shared/domain/quota';
import { inOrder } from '../shared/adapters/ordered-writes';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import { campaign } from '../shared/kernel/campaign';
import type { Invocation } from '../shared/kernel/procedure';
import { contactAnswer } from './contact-answer';

/** Notes what came of a contact; the first time gives one back. */
export async function reportOutcome(
  input: z.output<typeof call.input>,
  _found: GrantDocument,
  viewer: Member,
  { nowMs }: Invocation,
): ReturnType<typeof contactAnswer> {
  const reported = await inOrder(async (ordered) => {
    const grant = await ordered.read('grants', input.id);
    if (!grant) throw new CallError('not-found');
    if (grant.state === 'asked' || grant.state === 'intended') throw new CallError('contact-pending');
    if (grant.outcome === input.outcome) return grant;
    if (grant.outcome === null) {
      const person = (await ordered.read('persons', viewer.personId)) ?? newPerson(viewer.personId);
      const given = giveBack(person, grant._id, campaign.limits, nowMs);
      await ordered.write('persons', { ...given, revision: person.revision + 1 });
    }
    const next = { ...grant, outcome: input.outcome, outcomeAtMs: nowMs };
    await ordered.write('grants', next);
    return next;
  });
  return contactAnswer(reported, nowMs);
}
