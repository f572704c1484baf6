import type { Failures } from '../shared/kernel/failures';
import { forgetAttempts } from './attempts';
import { finishErasures } from './finish-erasures';
import { eraseEnded, type ErasureReport } from './erase-ended';

/** Everything that is forgotten on schedule, in one task because the platform takes one timer a function. */
export async function forget(
  nowMs: number,
  failures: Failures,
): Promise<ErasureReport & { attempts: number | null; erasures: number | null }> {
  const erasures = await failures.attempt(() => finishErasures(nowMs, failures));
  const attempts = await failures.attempt(() => forgetAttempts(nowMs));
  return { ...(await eraseEnded(nowMs, failures)), attempts, erasures };
}
