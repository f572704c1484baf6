import type { RecordDocument, ScoredReason } from '../../contract/moderation-documents';
import type { ScoreReason } from '../../contract/review';
import { allGroups, manyAccounts, quantities, quantitiesAtPlace } from './amount-rules';
import { askedForMoney, contactSpree, notReal, refusedBefore, republished } from './conduct-rules';
import type { ScoreFacts, ScoreRule } from './facts';
import { doubtfulForPlatform, doubtfulNote, likeTexts } from './note-rules';

const rules: readonly { code: ScoreReason; rule: ScoreRule; isSoft: boolean }[] = [
  { code: 'note-doubtful', rule: doubtfulNote, isSoft: false },
  { code: 'platform-doubtful', rule: doubtfulForPlatform, isSoft: false },
  { code: 'near-duplicate', rule: likeTexts, isSoft: true },
  { code: 'quantities', rule: quantities, isSoft: true },
  { code: 'quantities-at-place', rule: quantitiesAtPlace, isSoft: true },
  { code: 'many-accounts', rule: manyAccounts, isSoft: true },
  { code: 'republished', rule: republished, isSoft: false },
  { code: 'contact-spree', rule: contactSpree, isSoft: true },
  { code: 'asked-for-money', rule: askedForMoney, isSoft: false },
  { code: 'not-real', rule: notReal, isSoft: false },
  { code: 'reported', rule: refusedBefore, isSoft: false },
  { code: 'all-groups', rule: allGroups, isSoft: false },
];

/** The reasons that speak against a post, each with its points. */
export function scoreOf(facts: ScoreFacts): ScoredReason[] {
  const hasGoodName = isLongFine(facts.record, facts.nowMs);
  return rules.flatMap(({ code, rule, isSoft }) => {
    const points = rule(facts);
    const counted = isSoft && hasGoodName ? points - 2 : points;
    return counted > 0 ? [{ code, points: counted }] : [];
  });
}

const longMs = 3 * 24 * 3_600_000;
const severalPosts = 3;

/** A person who has published for days without a refusal or a report gets the benefit of the doubt. */
export const isLongFine = (
  { firstPublishedAtMs, publishedCount, refusedCount, moneyReporters, notRealReporters }: RecordDocument,
  nowMs: number,
): boolean =>
  firstPublishedAtMs !== null &&
  firstPublishedAtMs <= nowMs - longMs &&
  publishedCount >= severalPosts &&
  refusedCount + moneyReporters.length + notRealReporters.length === 0;
