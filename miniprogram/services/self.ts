import type { Self } from '../../cloudfunctions/shared/contract/identity-calls';
import { call } from './cloud';

/** The person that holds the phone, and their permissions. Not kept, because verification may change them any time. */
export function loadSelf(): Promise<Self> {
  return call('identity', 'me', {});
}
