import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { newPerson } from '../shared/domain/person';
import { giveBack } from '../shared/domain/quota';
import { inOrder } from '../shared/adapters/ordered-writes';
import { campaign } from '../shared/kernel/campaign';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { contactAnswer } from './contact-answer';

/** Notes what came of a contact; the first time gives one back. */
export const reportOutcome: OwnerUseCase<typeof contactCalls.outcome, GrantDocument> = async (
  { id, outcome },
  _found,
  viewer,
  { nowMs, refuse },
) => {
  const reported = await inOrder(async (ordered) => {
    const grant = await ordered.read('grants', id);
    if (!grant) throw refuse('not-found');
    if (grant.state === 'asked' || grant.state === 'intended') throw refuse('contact-pending');
    if (grant.outcome === outcome) return grant;
    if (grant.outcome === null) {
      const person = (await ordered.read('persons', viewer.personId)) ?? newPerson(viewer.personId);
      await ordered.write('persons', giveBack(person, grant._id, campaign.limits, nowMs));
    }
    const next = { ...grant, outcome, outcomeAtMs: nowMs };
    await ordered.write('grants', next);
    return next;
  });
  return contactAnswer(reported, nowMs);
};
