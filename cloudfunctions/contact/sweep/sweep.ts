import type { GrantDocument } from '../../shared/contract/documents';
import { leaseMs, releaseMarginMs, type EndReason } from '../../shared/domain/grant';
import { readComparison, saveComparison } from '../../shared/adapters/comparison-store';
import {
  blockedAmong,
  boundAfter,
  changeGrant,
  expiredGrants,
  lapsedGrants,
  sweepLimit,
  unendedAmong,
} from '../../shared/adapters/grant-store';
import type { Failures } from '../../shared/kernel/failures';
import { endGrant, finishEnding } from '../binding/end-grant';
import { noteDoubt } from '../binding/note-doubt';
import { undoIntent } from '../binding/undo-intent';
import { compareWithCarrier } from './compare-with-carrier';
import { createPatience, type Patience } from './patience';
import type { SweepReport } from './sweep-report';

/** Shorter than the function may run, so that it can still record what it did. */
const budgetMs = 12_000;

/**
 * Undoes or finishes what was cut short, ends what is over, and compares our list with the carrier's when there is a
 * reason to. A sweep may itself be cut short, or run while another one does. So each step changes a grant only if it is
 * still as the step saw it, and the next run does the rest.
 */
export async function sweep(nowMs: number, failures: Failures): Promise<SweepReport> {
  const report: SweepReport = { undone: 0, ended: 0, unbound: 0, left: 0 };
  const patience = createPatience(budgetMs, failures);
  await settleLapsed(await lapsedGrants(nowMs), report, { nowMs, patience });
  // A number whose time is over no longer rings, so a backlog of them must not hold up those that still do.
  await endExpired(report, { nowMs, patience: createPatience(budgetMs / 2, failures) });
  const isAnythingOpen = await endOver(report, { nowMs, patience });
  // Reads the comparison's state again, because undoing a try may have raised a doubt.
  await compareWithCarrier(await readComparison(), report, {
    isAnythingOpen,
    nowMs,
    patience,
    failures,
  });
  return report;
}

interface Run {
  nowMs: number;
  patience: Patience;
}

/**
 * Ends expired grants page by page while there is time, once the carrier has ended their numbers by itself. A page of
 * which none could be ended comes again with the next run, so that it does not fill this one.
 */
async function endExpired(report: SweepReport, { nowMs, patience }: Run): Promise<void> {
  while (!patience.isOver()) {
    const expired = await expiredGrants(nowMs - releaseMarginMs);
    const endedBefore = report.ended;
    await patience.each(expired, async (grant) => count(report, await endGrant(grant, 'expired', nowMs)));
    if (expired.length < sweepLimit || report.ended === endedBefore) return;
  }
}

/** Pages of bound grants that one run looks at, so that a run reads no more when there are more contacts. */
const pagesPerRun = 4;

/**
 * Goes through the bound grants, some pages a run, and ends those that must end before their time.
 * @returns whether any grant is bound
 */
async function endOver(report: SweepReport, { nowMs, patience }: Run): Promise<boolean> {
  const comparison = await readComparison();
  let after = comparison.boundAfter;
  let isAnythingOpen = after !== '';
  for (let page = 0; page < pagesPerRun && !patience.isOver(); page += 1) {
    const { bound, next } = await boundAfter(after);
    isAnythingOpen ||= bound.length > 0;
    await patience.each(await overAmong(bound, nowMs), async ({ grant, reason }) =>
      count(report, await endGrant(grant, reason, nowMs)),
    );
    after = next;
    if (after === '') break;
  }
  if (after !== comparison.boundAfter) await saveComparison({ boundAfter: after });
  return isAnythingOpen;
}

/** A bound grant and why it is over. */
interface Over {
  grant: GrantDocument;
  reason: EndReason;
}

function count(report: SweepReport, isEnded: boolean): void {
  if (isEnded) report.ended += 1;
  else report.left += 1;
}

/** Grants whose runs were cut short: a try is undone, an ending is finished. */
async function settleLapsed(
  lapsed: readonly GrantDocument[],
  report: SweepReport,
  { nowMs, patience }: Run,
): Promise<void> {
  if (lapsed.some(({ state }) => state === 'intended')) await noteDoubt(nowMs);
  await patience.each(lapsed, async (grant) => {
    if (grant.state === 'intended') {
      if ((await undoIntent(grant, { asCallBack: false, nowMs })).kind !== 'overtaken') report.undone += 1;
      return;
    }
    const isEnded = await finishEnding(grant, nowMs);
    count(report, isEnded);
    // Moves the grant to the end of the queue, so that one that always fails does not hold up the others.
    if (!isEnded) await changeGrant(grant, { leaseUntilMs: nowMs + leaseMs });
  });
}

/** The bound grants that must end before their time. */
async function overAmong(bound: readonly GrantDocument[], nowMs: number): Promise<Over[]> {
  const [published, blocked] = await Promise.all([
    unendedAmong(
      bound.map(({ postId }) => postId),
      nowMs,
    ),
    blockedAmong(bound.flatMap(({ viewerId, posterId }) => [viewerId, posterId])),
  ]);
  const reasonOf = ({ endReason, postId, viewerId, posterId }: GrantDocument): EndReason | null => {
    if (endReason !== null) return endReason;
    if (!published.has(postId)) return 'post-closed';
    return blocked.has(viewerId) || blocked.has(posterId) ? 'blocked' : null;
  };
  return bound.flatMap((grant) => {
    const reason = reasonOf(grant);
    return reason ? [{ grant, reason }] : [];
  });
}
