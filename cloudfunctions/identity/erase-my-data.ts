import type { identityCalls } from '../shared/contract/identity-calls';
import { requireAccount } from '../shared/kernel/actor';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { beginErasing, finishErasing } from './erase-account';
import { erasePerson } from './erase-person';
import { selfView } from './self-view';

/**
 * Erases everything stored about the caller, in all of the caller's accounts. An erasure that has begun always
 * finishes: if this run is cut short, the timer `forget` continues it.
 */
export const eraseMyData: OpenUseCase<typeof identityCalls.eraseMyData> = async (
  _input,
  { actor, nowMs, refuse },
) => {
  const { openid } = requireAccount(await actor(), refuse);
  const personId = await beginErasing(openid, nowMs);
  if (personId) await erasePerson(personId, nowMs);
  else await finishErasing([openid], null);
  return selfView({ member: null, person: null, check: null }, nowMs);
};
