import type { LinkDocument } from '../contract/link-document';

const dayMs = 86_400_000;
/** The most that WeChat gives a link. */
export const linkDays = 30;
/** A link that is copied now opens the program for at least this long, which is longer than any post is open. */
const usableDays = 20;

/** A link that WeChat has just made. It counts as ended an hour early, because clocks differ. */
export const newLink = (version: LinkDocument['_id'], url: string, nowMs: number): LinkDocument => ({
  _id: version,
  url,
  endsAtMs: nowMs + linkDays * dayMs - 3_600_000,
});

export const isLinkUsable = ({ endsAtMs }: LinkDocument, nowMs: number): boolean => nowMs < endsAtMs;

export const isLinkFresh = ({ endsAtMs }: LinkDocument, nowMs: number): boolean =>
  endsAtMs - nowMs >= usableDays * dayMs;
