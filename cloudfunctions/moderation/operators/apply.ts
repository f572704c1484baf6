import { randomInt } from 'node:crypto';
import type { moderationCalls } from '../../shared/contract/moderation-calls';
import type { ApplicationDocument } from '../../shared/contract/moderation-documents';
import type { Application } from '../../shared/contract/operator-calls';
import { invitationCode, invitationMs } from '../../shared/domain/invitation';
import { inOrder, readDocument } from '../../shared/adapters/ordered-writes';
import { writeFor } from '../../shared/adapters/write-for';
import { authorOf } from '../../shared/kernel/actor';
import { applicationIdOf, invitationIdOf } from '../../shared/kernel/moderation-hashes';
import type { MemberUseCase } from '../../shared/kernel/procedure';
import { countRight, rightToPass, trialItems } from './trial-items';

export const inviteVolunteers: MemberUseCase<typeof moderationCalls.invite> = async (
  _input,
  _operator,
  { nowMs },
) => {
  const code = invitationCode(randomInt);
  const expiresAtMs = nowMs + invitationMs;
  await inOrder(({ write }) => write('invitations', { _id: invitationIdOf(code), expiresAtMs }));
  return { code, expiresAtMs };
};

export const applyWithCode: MemberUseCase<typeof moderationCalls.apply> = async (
  { code },
  member,
  { nowMs, refuse },
) => {
  const invitation = await readDocument('invitations', invitationIdOf(code.toUpperCase()));
  if (!invitation || invitation.expiresAtMs <= nowMs) throw refuse('code-invalid');
  const id = applicationIdOf(member.personId);
  const application = await writeFor(authorOf(member, nowMs), async ({ read, write }) => {
    const earlier = await read('applications', id);
    if (earlier && !mayApplyAgain(earlier, nowMs)) return earlier;
    const fresh: ApplicationDocument = {
      _id: id,
      state: 'trial',
      personId: member.personId,
      account: member.openid,
      maskedName: member.maskedName,
      right: null,
      appliedAtMs: nowMs,
      revision: earlier?.revision ?? 0,
    };
    await write('applications', fresh);
    return fresh;
  });
  return applicationView(application);
};

/** A failed trial may be repeated the next day. A dismissed volunteer can only be appointed by an operator. */
const mayApplyAgain = ({ state, appliedAtMs }: ApplicationDocument, nowMs: number): boolean =>
  state === 'failed' && appliedAtMs <= nowMs - 24 * 3_600_000;

export const answerTrial: MemberUseCase<typeof moderationCalls.answerTrial> = async (
  { answers },
  member,
  { nowMs, refuse },
) => {
  const id = applicationIdOf(member.personId);
  const application = await writeFor(authorOf(member, nowMs), async ({ read, write }) => {
    const now = await read('applications', id);
    if (!now) throw refuse('not-found');
    if (now.state !== 'trial') return now;
    const right = countRight(answers);
    const answered: ApplicationDocument = {
      ...now,
      right,
      state: right >= rightToPass ? 'waiting' : 'failed',
    };
    await write('applications', answered);
    return answered;
  });
  return applicationView(application);
};

const applicationView = ({ state, right }: ApplicationDocument): Application => ({
  state: state === 'dismissed' ? 'failed' : state,
  trial: state === 'trial' ? trialItems() : [],
  right,
});
