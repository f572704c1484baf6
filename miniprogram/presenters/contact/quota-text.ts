import type { Quota } from '../../../cloudfunctions/shared/contract/quota';
import { clockText } from '../time/clock-text';
import { say } from '../../facts/words/say';

/** How many contacts are left today, and when the next one comes back. `nowMs` is the server's clock. */
export function quotaText({ limit, left, nextBackAtMs }: Quota, nowMs: number): string {
  const back = nextBackAtMs === null ? '' : clockText(nextBackAtMs, nowMs);
  if (left === 0) return say`一天 ${limit} 位已经用完。${back === '' ? '' : say`${back} 恢复一位。`}`;
  const rest = say`今天还能联系 ${left} 位（一天最多 ${limit} 位）。`;
  return back === '' ? rest : say`${rest}${back} 恢复一位。`;
}
