import { keptEntries } from '../shared/contract/kept-data';
import { findClosing, knownForMs, noteClosing, readClosing } from '../shared/adapters/closing-store';
import { removePageOf } from '../shared/adapters/kept-store';
import { deleteDuePictures, releaseAllPictures } from '../shared/adapters/pictures';
import type { Failures } from '../shared/kernel/failures';
import { logCall } from '../shared/kernel/log';
import { eraseGrants } from './erase-grants';

/** A run starts no new page after this. */
const budgetMs = 12_000;

/** Calls that began before the erasing have ended by then, and every instance knows of it. */
const lastCallsMs = knownForMs + 60_000;

/** How far a run came: documents removed by collection, and whether nothing is left. */
export interface ClosingReport {
  removed: Record<string, number>;
  isDone: boolean;
}

/**
 * Erases everything personal once a closing is due; null before. It may be cut short anywhere and repeated: each page is a step by
 * itself, and only a run that finds nothing at all ends it. Blocks go too. It goes on looking afterwards, because a
 * late message of a provider may still store something.
 */
export async function eraseAll(nowMs: number, failures: Failures): Promise<ClosingReport | null> {
  if (!(await isDue(nowMs))) return null;
  const closing = await readClosing();
  if (!closing) return null;
  const startedMs = performance.now();
  const hasTime = (): boolean => performance.now() - startedMs < budgetMs;
  const report: ClosingReport = { removed: {}, isDone: true };
  if (closing.notifiedAfter !== null) await noteClosing(closing, { notifiedAfter: null });
  // Numbers are given back by the sweep of contacts, which removes the marked contacts afterwards.
  const contacts = await failures.attempt(() => eraseGrants('everyone'));
  const pictures = await failures.attempt(async () => {
    await releaseAllPictures(nowMs);
    while (hasTime() && !(await deleteDuePictures(nowMs)).isDone);
    return removePageOf('pictures', { onlyCount: true });
  });
  const note = (name: string, removed: number): void => {
    report.isDone = false;
    report.removed[name] = (report.removed[name] ?? 0) + removed;
  };
  if (contacts === null || contacts > 0) note('grants', contacts ?? 0);
  if (pictures === null || pictures > 0) note('pictures', 0);
  for (const [name, { closing: step }] of keptEntries) {
    if (step !== 'removed') continue;
    for (;;) {
      if (!hasTime()) return logged({ ...report, isDone: false });
      const removed = await failures.attempt(() => removePageOf(name));
      if (removed === 0) break;
      note(name, removed ?? 0);
      if (removed === null) break;
    }
  }
  if (report.isDone && closing.erasedAtMs === null) await noteClosing(closing, { erasedAtMs: nowMs });
  return logged(report);
}

async function isDue(nowMs: number): Promise<boolean> {
  const closing = await findClosing(nowMs);
  return closing !== null && closing.eraseAtMs !== null && nowMs >= closing.eraseAtMs + lastCallsMs;
}

function logged(report: ClosingReport): ClosingReport {
  logCall.closing(report.removed, report.isDone);
  return report;
}
