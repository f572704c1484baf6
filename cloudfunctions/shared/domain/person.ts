import type { PersonDocument } from '../contract/documents';

/** A person of whom nothing is stored yet. */
export const newPerson = (id: string): PersonDocument => ({
  _id: id,
  openPosts: null,
  publications: [],
  charges: [],
  returns: [],
  callBacks: [],
  refusals: [],
  matchedAtMs: [],
  blockedAtMs: null,
  joinUntilMs: null,
  epoch: 0,
  isErasing: false,
  erasedAtMs: null,
  revision: 0,
});
