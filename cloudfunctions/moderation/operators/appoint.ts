import type { moderationCalls } from '../../shared/contract/moderation-calls';
import type { ApplicationDocument } from '../../shared/contract/moderation-documents';
import { applicationsIn, volunteersOf } from '../../shared/adapters/application-store';
import { nameable, note } from '../../shared/adapters/audit-trail';
import type { Ordered } from '../../shared/adapters/ordered-writes';
import { writeFor } from '../../shared/adapters/write-for';
import { authorOf } from '../../shared/kernel/actor';
import type { MemberUseCase } from '../../shared/kernel/procedure';
import { randomId } from '../../shared/kernel/random-id';

export const listApplications: MemberUseCase<typeof moderationCalls.applications> = async (
  _input,
  _operator,
  { nowMs },
) => {
  const waiting = await applicationsIn('waiting', 100);
  return {
    applications: waiting.map(({ _id: id, maskedName, right, appliedAtMs }) => ({
      id,
      maskedName,
      right: right ?? 0,
      appliedAtMs,
    })),
    nowMs,
  };
};

/** Uses one transaction for each person, because a hundred appointments need not succeed or fail together. */
export const acceptApplications: MemberUseCase<typeof moderationCalls.accept> = async (
  { ids },
  operator,
  { nowMs },
) => {
  let accepted = 0;
  for (const id of ids)
    accepted += await writeFor(authorOf(operator, nowMs), async (ordered) => {
      const application = await ordered.read('applications', id);
      if (application?.state !== 'waiting') return 0;
      if (!(await giveRole(ordered, application, 'volunteer'))) return 0;
      await settle(ordered, { ...application, state: 'accepted' }, 'appoint', operator.personId, nowMs);
      return 1;
    });
  return { accepted };
};

export const dismissVolunteer: MemberUseCase<typeof moderationCalls.dismiss> = async (
  { id },
  operator,
  { nowMs },
) => {
  const dismissed = await writeFor(authorOf(operator, nowMs), async (ordered) => {
    const application = await ordered.read('applications', id);
    if (application?.state !== 'accepted') return false;
    await giveRole(ordered, application, 'member');
    await settle(ordered, { ...application, state: 'dismissed' }, 'dismiss', operator.personId, nowMs);
    return true;
  });
  return { dismissed };
};

/** @returns whether the account still belongs to that person; an operator's account is left as it is */
async function giveRole(
  { read, write }: Ordered,
  { account, personId }: ApplicationDocument,
  role: 'member' | 'volunteer',
): Promise<boolean> {
  const member = await read('members', account);
  if (!member || member.personId !== personId || member.isErasing) return false;
  if (member.role !== 'operator') await write('members', { ...member, role });
  return true;
}

export const listVolunteers: MemberUseCase<typeof moderationCalls.volunteers> = async (
  _input,
  _operator,
  { nowMs },
) => {
  const accepted = await applicationsIn('accepted', 200);
  const work = await volunteersOf(accepted.map(({ personId }) => personId));
  return {
    volunteers: accepted.map(({ _id: id, maskedName, personId }) => {
      const { decisions = 0, secondOpinions = 0, agreed = 0, disagreed = 0 } = work.get(personId) ?? {};
      return { id, maskedName, decisions, secondOpinions, agreed, disagreed };
    }),
    nowMs,
  };
};

/** Writes an application in its new state, with its entry in the audit trail. */
async function settle(
  ordered: Ordered,
  application: ApplicationDocument,
  action: 'appoint' | 'dismiss',
  actorId: string,
  atMs: number,
): Promise<void> {
  await ordered.write('applications', application);
  const subjectId = await nameable(ordered, application.personId);
  await note(ordered, { id: randomId(), caseId: randomId(), action, atMs, actorId, subjectId });
}
