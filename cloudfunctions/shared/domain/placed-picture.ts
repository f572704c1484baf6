import type { PictureDocument } from '../contract/picture-documents';

/** A picture that was not handed in by then is deleted. Its name is forgotten later, because uploads may be late. */
const unclaimedMs = 30 * 60_000;
const uploadMs = 2 * 3_600_000;

/** A picture that is about to be uploaded. */
export const placedPicture = (
  picture: { _id: string; account: string; fileId: string },
  nowMs: number,
): PictureDocument => ({
  ...picture,
  dueAtMs: nowMs + unclaimedMs,
  keptUntilMs: nowMs + uploadMs,
  check: null,
  revision: 0,
});
