import { lapsedSecondLooks } from '../shared/adapters/identity-store';
import { inOrder } from '../shared/adapters/ordered-writes';
import { deleteDuePictures } from '../shared/adapters/pictures';
import { removeFeedbackBefore } from '../shared/adapters/feedback-store';
import { removeNewsBefore } from '../shared/adapters/news-store';
import { campaign } from '../shared/kernel/campaign';
import type { Failures } from '../shared/kernel/failures';
import { forgetAttempts } from './attempts';
import { finishErasures } from './finish-erasures';
import { eraseAll, type ClosingReport } from './erase-all';
import { eraseEnded, type ErasureReport } from './erase-ended';

const dayMs = 86_400_000;

type Forgotten = ErasureReport & { attempts: number | null; erasures: number | null };

/** Everything that is forgotten on schedule, in one task because the platform takes one timer a function. */
export async function forget(nowMs: number, failures: Failures): Promise<Forgotten | ClosingReport> {
  const closing = await eraseAll(nowMs, failures);
  if (closing !== null) return closing;
  const erasures = await failures.attempt(() => finishErasures(nowMs, failures));
  await failures.attempt(() => endSecondLooks(nowMs, failures));
  await failures.attempt(() => deleteAllDue(nowMs));
  const keptSinceMs = nowMs - campaign.limits.personalDataDays * dayMs;
  await failures.attempt(() => removeNewsBefore(keptSinceMs));
  await failures.attempt(() => removeFeedbackBefore(keptSinceMs));
  const attempts = await failures.attempt(() => forgetAttempts(nowMs));
  return { ...(await eraseEnded(nowMs, failures)), attempts, erasures };
}

/** A second look that did not come in time: the pictures are due by themselves, and the document names them no longer. */
async function endSecondLooks(nowMs: number, failures: Failures): Promise<void> {
  for (const id of await lapsedSecondLooks(nowMs))
    await failures.attempt(() =>
      inOrder(async ({ read, write }) => {
        const check = await read('documentChecks', id);
        if (!check || check.secondUntilMs === null || check.secondUntilMs > nowMs) return;
        await write('documentChecks', { ...check, photoFileIds: [], secondUntilMs: null });
      }),
    );
}

/** So many pages of pictures a run. */
const mostPages = 20;

async function deleteAllDue(nowMs: number): Promise<void> {
  let failed = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const outcome = await deleteDuePictures(nowMs);
    failed += outcome.failed;
    if (outcome.isDone) break;
  }
  if (failed > 0) throw new Error(`${failed} pictures of documents cannot be deleted`);
}
