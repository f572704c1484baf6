import type { identityCalls } from '../shared/contract/identity-calls';
import { isResidentName, maskedName, normalizeName } from '../shared/domain/masked-name';
import { idFault, normalizeIdNumber } from '@facts/resident-id';
import { verdictOf } from '../shared/domain/verification-answer';
import { checkIdentity } from '../shared/adapters/face-id';
import { readDocument } from '../shared/adapters/ordered-writes';
import { writeFor } from '../shared/adapters/write-for';
import { requireAccount, seenEpoch } from '../shared/kernel/actor';
import { logCall } from '../shared/kernel/log';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { settings } from '../shared/kernel/settings';
import { countAttempt, giveAttemptBack } from './attempts';
import { personIdOf } from './identity-hashes';
import { settleMember } from './settle-member';
import { readAccount } from './read-self';

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
  const known = (await readDocument('members', openid))?.personId ?? null;
  if (known === personId) return readAccount(openid, nowMs);
  if (known !== null) throw refuse('already-verified');

  const person = { id: personId, epoch: seenEpoch(await readDocument('persons', personId)) };
  const faceId = settings.faceId();
  await countAttempt({ openid, personId }, nowMs, refuse);
  const answer = await checkIdentity(faceId, { name, idNumber });
  const verdict = verdictOf(answer);
  if (!verdict.verified) {
    if (answer.kind !== 'silent')
      logCall.provider(requestId, 'IdCardVerification', answer.code, adviceFor(answer.kind, answer.code));
    if (verdict.attemptBack) await giveAttemptBack({ openid, personId }, nowMs);
    throw refuse(verdict.error, { cause: 'provider' });
  }
  await writeFor({ account: { id: openid, epoch }, person, beganMs: nowMs }, (writing) =>
    settleMember(writing, maskedName(name), { nowMs, refuse }),
  );
  return readAccount(openid, nowMs);
};

/** Which setting to look at when the service refuses the request itself. */
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
