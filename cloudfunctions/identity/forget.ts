import { forgetAttempts } from './attempts';
import { eraseEnded, type ErasureReport } from './erase-ended';

/** Everything that is forgotten on schedule, in one task because the platform takes one timer a function. */
export async function forget(nowMs: number): Promise<ErasureReport & { attempts: number }> {
  const [erased, attempts] = await Promise.allSettled([eraseEnded(nowMs), forgetAttempts(nowMs)]);
  if (erased.status === 'rejected') throw erased.reason;
  if (attempts.status === 'rejected') throw attempts.reason;
  return { ...erased.value, attempts: attempts.value };
}
