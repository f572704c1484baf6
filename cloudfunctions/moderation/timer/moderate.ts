import { removeCountsBefore } from '../../shared/adapters/counts-store';
import { forgetLikeness } from '../../shared/adapters/likeness-store';
import { removeNamesBefore } from '../../shared/adapters/missing-name-store';
import { campaign } from '../../shared/kernel/campaign';
import type { Failures } from '../../shared/kernel/failures';
import { chainEntries } from './chain-entries';
import { checkPhotos } from './check-photos';
import { checkTexts } from './check-texts';
import { freeLapsed } from './free-lapsed';
import { releaseDays } from './release-days';
import { returnUnseen } from './return-unseen';
import { settleBlocks } from './settle-blocks';
import { settleDecisions } from './settle-decisions';

/** What one run did. */
export interface ModerationReport {
  checked: number;
  photosAsked: number;
  /** Items whose volunteer let the claim lapse. */
  freed: number;
  returned: number;
  settled: number;
  blocksSettled: number;
  chained: number;
  forgotten: number;
  namesForgotten: number;
  daysReleased: number;
  countsForgotten: number;
}

/** Shorter than the function may run; the next run goes on where this one ends. */
const budgetMs = 15_000;
/** A name that was not missed for so long is no longer missed. */
const keptMs = (): number => campaign.limits.personalDataDays * 86_400_000;
/** Longer than operators look back, and than a day waits to be released. */
const countsKeptMs = 14 * 86_400_000;

/**
 * All moderation work that happens without a request, each minute. It is one task, because the platform takes one timer
 * a function.
 */
export async function moderate(nowMs: number, failures: Failures): Promise<ModerationReport> {
  const untilMs = performance.now() + budgetMs;
  const hasTime = (): boolean => performance.now() < untilMs;
  const run = { nowMs, failures, hasTime };
  return {
    // Cheap work with a due time comes first, so that a long backlog of texts does not delay it.
    freed: (await failures.attempt(() => freeLapsed(run))) ?? 0,
    returned: (await failures.attempt(() => returnUnseen(run))) ?? 0,
    settled: (await failures.attempt(() => settleDecisions(run))) ?? 0,
    blocksSettled: (await failures.attempt(() => settleBlocks(run))) ?? 0,
    chained: (await failures.attempt(() => chainEntries(run))) ?? 0,
    forgotten: (await failures.attempt(() => forgetLikeness(nowMs))) ?? 0,
    namesForgotten: (await failures.attempt(() => removeNamesBefore(nowMs - keptMs()))) ?? 0,
    daysReleased: (await failures.attempt(() => releaseDays(nowMs))) ?? 0,
    countsForgotten: (await failures.attempt(() => removeCountsBefore(nowMs - countsKeptMs))) ?? 0,
    photosAsked: (await failures.attempt(() => checkPhotos(run))) ?? 0,
    checked: (await failures.attempt(() => checkTexts(run))) ?? 0,
  };
}
