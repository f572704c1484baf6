import type { identityCalls, Self } from '../shared/contract/identity-calls';
import { readDocument } from '../shared/adapters/ordered-writes';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { checkIdOf } from './identity-hashes';
import { selfView } from './self-view';

export const readSelf: OpenUseCase<typeof identityCalls.me> = async (_input, { actor, nowMs }) => {
  const { openid } = await actor();
  if (openid === null) return selfView({ member: null, person: null, check: null }, nowMs);
  return readAccount(openid, nowMs);
};

/** The view of an account as it is stored now. */
export async function readAccount(openid: string, nowMs: number): Promise<Self> {
  const member = await readDocument('members', openid);
  const personId = member?.personId ?? null;
  const [person, check] = await Promise.all([
    personId === null ? null : readDocument('persons', personId),
    personId === null ? readDocument('documentChecks', checkIdOf(openid)) : null,
  ]);
  return selfView({ member, person, check }, nowMs);
}
