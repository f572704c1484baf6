import type { Self } from '../../cloudfunctions/shared/contract/identity-calls';
import { call } from './cloud';

/** Who is holding the phone and what that person may do. Asked each time: verification may have come in between. */
export function loadSelf(): Promise<Self> {
  return call('identity', 'me', {});
}
