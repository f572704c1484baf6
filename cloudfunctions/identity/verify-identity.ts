import type { identityCalls } from '../shared/contract/identity-calls';
import { isResidentName, maskedName, normalizeName } from '../shared/domain/masked-name';
import { idFault, normalizeIdNumber } from '@facts/resident-id';
import { verdictOf } from '../shared/domain/verification-answer';
import { checkIdentity } from '../shared/adapters/face-id';
import { accountsOf } from '../shared/adapters/member-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { writeFor } from '../shared/adapters/write-for';
import { requireAccount, seenEpoch } from '../shared/kernel/actor';
import { logCall } from '../shared/kernel/log';
import { openPhone } from '../shared/kernel/phone-seal';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { settings } from '../shared/kernel/settings';
import { countAttempt, giveAttemptBack } from './attempts';
import { personIdOf, phoneIdOf } from './identity-hashes';
import { settleMember } from './settle-member';
import { readAccount } from './read-self';
import { countForEnvironment } from './total-checks';

/** First the checks that cost nothing: form, check digit, date, age. Then the try is counted, then the source asked. */
export const verifyIdentity: OpenUseCase<typeof identityCalls.verify> = async (
  input,
  { actor, requestId, nowMs, refuse },
) => {
  const { openid, epoch } = requireAccount(await actor(), refuse);
  const name = normalizeName(input.name);
  const idNumber = normalizeIdNumber(input.idNumber);
  const fault = idFault(idNumber, nowMs);
  if (fault) throw refuse(fault, { field: 'idNumber' });
  if (!isResidentName(name)) throw refuse('name-invalid', { field: 'name' });

  const personId = personIdOf('resident', idNumber);
  const member = await readDocument('members', openid);
  if (member?.personId === personId) return readAccount(openid, nowMs);
  if (member && member.personId !== null) throw refuse('already-verified');
  if (!member?.phone) throw refuse('phone-required');

  const seen = await readDocument('persons', personId);
  const phoneId = phoneIdOf(openPhone(settings.phoneKeys(), member.phone, openid));
  const faceId = settings.faceId();
  const attempt = { openid, phoneId, phoneBoundAtMs: member.phoneBoundAtMs, personId };
  await countAttempt(attempt, nowMs, refuse);
  await countForEnvironment(requestId, nowMs);
  const answer = await checkIdentity(faceId, { name, idNumber });
  const verdict = verdictOf(answer);
  if (!verdict.verified) {
    if (answer.kind !== 'silent')
      logCall.provider(requestId, 'IdCardVerification', answer.code, adviceFor(answer.kind, answer.code));
    if (verdict.attemptBack) await giveAttemptBack(attempt, nowMs, { silent: answer.kind === 'silent' });
    throw refuse(verdict.error, { cause: 'provider' });
  }
  const hasAccounts = (await accountsOf(personId)).some(({ _id }) => _id !== openid);
  const person = { id: personId, epoch: seenEpoch(seen) };
  await writeFor({ account: { id: openid, epoch }, person, beganMs: nowMs }, async (writing) => {
    // Another account may have become the person's since they were looked up.
    const isJoining = hasAccounts || writing.person?.revision !== (seen?.revision ?? 0);
    if (isJoining && (writing.person?.joinUntilMs ?? 0) < nowMs) throw refuse('join-not-allowed');
    await settleMember(writing, { maskedName: maskedName(name), phoneId }, { nowMs, refuse });
  });
  return readAccount(openid, nowMs);
};

/** The setting to check when the service refuses the request itself. */
function adviceFor(kind: 'result' | 'refused', code: string): string | undefined {
  if (kind === 'result') return undefined;
  if (code.startsWith('AuthFailure.SecretId')) return 'TENCENT_SECRET_ID is not known to the service';
  if (code.startsWith('AuthFailure.SignatureFailure'))
    return 'TENCENT_SECRET_KEY does not belong to TENCENT_SECRET_ID';
  if (code.startsWith('AuthFailure')) return 'the keys of FaceID, or the clock of the function';
  if (code === 'Unreachable') return 'FACEID_PROXY_ORIGIN leads nowhere: it is empty in the cloud';
  return /^(UnauthorizedOperation|Resource)/.test(code)
    ? 'the account of FaceID: rights or arrears'
    : undefined;
}
