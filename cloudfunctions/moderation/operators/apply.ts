import { randomInt } from 'node:crypto';
import type { moderationCalls } from '../../shared/contract/moderation-calls';
import type { ApplicationDocument } from '../../shared/contract/moderation-documents';
import type { Application } from '../../shared/contract/operator-calls';
import { inOrder, readDocument } from '../../shared/adapters/ordered-writes';
import { writeFor } from '../../shared/adapters/write-for';
import { authorOf } from '../../shared/kernel/actor';
import { applicationIdOf, invitationIdOf } from '../../shared/kernel/moderation-hashes';
import type { MemberUseCase } from '../../shared/kernel/procedure';
import { countRight, rightToPass, trialItems } from './trial-items';

const weekMs = 7 * 24 * 3_600_000;
/** Without 0, O, 1 and I, because a code is read aloud. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 8;

export const inviteVolunteers: MemberUseCase<typeof moderationCalls.invite> = async (
  _input,
  _operator,
  { nowMs },
) => {
  const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
  const expiresAtMs = nowMs + weekMs;
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
