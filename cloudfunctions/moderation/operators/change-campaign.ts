import { currentChange } from '../../shared/contract/campaign-change';
import type { CampaignChange, CampaignChangeDocument } from '../../shared/contract/campaign-change';
import type { moderationCalls } from '../../shared/contract/moderation-calls';
import { changedCampaign } from '../../shared/domain/changed-campaign';
import { note } from '../../shared/adapters/audit-trail';
import { readDocument } from '../../shared/adapters/ordered-writes';
import { writeFor } from '../../shared/adapters/write-for';
import { authorOf } from '../../shared/kernel/actor';
import { releasedCampaign } from '../../shared/kernel/released-campaign';
import type { MemberUseCase } from '../../shared/kernel/procedure';
import { randomId } from '../../shared/kernel/random-id';

const shownChanges = 20;

export const listCampaignChanges: MemberUseCase<typeof moderationCalls.campaignChanges> = async (
  _input,
  _operator,
  { nowMs },
) => {
  const current = await readDocument('campaignChanges', currentChange);
  if (!current) return { number: 0, changes: '{}', history: [], nowMs };
  const numbers = Array.from(
    { length: Math.min(shownChanges, current.number) },
    (_, back) => current.number - back,
  );
  const found = await Promise.all(numbers.map((number) => readDocument('campaignChanges', String(number))));
  const history = found.filter((change) => change !== null).map(shown);
  return { number: current.number, changes: current.changes, history, nowMs };
};

const shown = ({ number, changes, reason, atMs }: CampaignChangeDocument): CampaignChange => ({
  number,
  changes,
  reason,
  atMs,
});

/** Two operators who start from the same number cannot both change the campaign, so none overwrites the other unseen. */
export const changeCampaign: MemberUseCase<typeof moderationCalls.changeCampaign> = async (
  { after, changes, reason, onlyCheck },
  operator,
  { nowMs, refuse },
) => {
  const changed = changedCampaign(releasedCampaign, changes);
  if ('faults' in changed) return { number: after, faults: changed.faults.slice(0, mostFaults) };
  if (onlyCheck) return { number: after, faults: [] };
  const number = after + 1;
  const [id, caseId] = [randomId(), randomId()];
  await writeFor(authorOf(operator, nowMs), async (ordered) => {
    const current = await ordered.read('campaignChanges', currentChange);
    if ((current?.number ?? 0) !== after) throw refuse('campaign-changed');
    const change = { number, changes, reason, atMs: nowMs };
    await ordered.write('campaignChanges', { _id: currentChange, ...change });
    await ordered.write('campaignChanges', { _id: String(number), ...change });
    const deed = { action: 'change-campaign', actorId: operator.personId, subjectId: null } as const;
    await note(ordered, { id, caseId, atMs: nowMs, ...deed });
  });
  return { number, faults: [] };
};

const mostFaults = 50;
