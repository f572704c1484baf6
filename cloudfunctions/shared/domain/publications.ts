import { rankedMoment } from '@facts/time-rank';
import type { CampaignLimits } from '../contract/campaign';
import type { PersonDocument, PostDocument } from '../contract/documents';
import type { PostDraft } from '../contract/posts-calls';

const dayMs = 24 * 3_600_000;

/** Notes one more publication of a person; null when the day's are used up. */
export function withPublication(
  person: PersonDocument,
  { publicationsPerDay }: Pick<CampaignLimits, 'publicationsPerDay'>,
  nowMs: number,
): PersonDocument | null {
  const today = person.publications.filter((atMs) => atMs > nowMs - dayMs);
  if (today.length >= publicationsPerDay) return null;
  return { ...person, publications: [...today, nowMs] };
}

/**
 * The moment by which a new post is sorted. A post that repeats items of an ended one, all or some, gets the ended post's place, because
 * otherwise ending and publishing again would lead to the top.
 *
 * @param ended posts of the same person and board that would not have ended yet: withdrawn, or fulfilled without a contact
 */
export function sortedFromMs(
  draft: Pick<PostDraft, 'items'>,
  ended: readonly Pick<PostDocument, 'itemCodes' | 'timeRank'>[],
  nowMs: number,
): number {
  const codes = draft.items.map(({ code }) => code);
  const same = ended.filter(({ itemCodes }) => itemCodes.some((code) => codes.includes(code)));
  return Math.min(nowMs, ...same.map(({ timeRank }) => rankedMoment(timeRank)));
}
