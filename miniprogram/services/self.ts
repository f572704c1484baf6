import type { Self } from '../../cloudfunctions/shared/contract/identity-calls';
import { call } from './cloud';
import { askOrKept, keepAnswer } from './kept-answers';

const key = 'self';

/** The phone's user and their permissions. Loaded each time, because verification may change them any time. */
export async function loadSelf(): Promise<Self> {
  return keepAnswer(key, await call('identity', 'me', {}));
}

/** The same; without a network, as they last were. Throws CallError. */
export function loadSelfOrLast(): Promise<Self> {
  return askOrKept(key, loadSelf);
}
