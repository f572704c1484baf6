import type { Quota } from '../../../cloudfunctions/shared/contract/quota';
import { clockText } from '../time/clock-text';

/** How many contacts are left today, and when the next one comes back. `nowMs` is the server's clock. */
export function quotaText({ limit, left, nextBackAtMs }: Quota, nowMs: number): string {
  const back = nextBackAtMs === null ? '' : clockText(nextBackAtMs, nowMs);
  if (left === 0) return `一天 ${limit} 位已经用完。${back === '' ? '' : `${back} 恢复一位。`}`;
  const rest = `今天还能联系 ${left} 位（一天最多 ${limit} 位）。`;
  return back === '' ? rest : `${rest}${back} 恢复一位。`;
}
