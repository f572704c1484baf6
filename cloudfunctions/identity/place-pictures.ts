import type { identityCalls } from '../shared/contract/identity-calls';
import type { PictureDocument } from '../shared/contract/documents';
import { fileIdOf, pictureFile } from '../shared/adapters/pictures';
import { writeFor } from '../shared/adapters/write-for';
import { requireAccount } from '../shared/kernel/actor';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';
import { countPictures } from './attempts';

/** A picture that was not handed in by then is deleted. Its name is forgotten later, because uploads may be late. */
const unclaimedMs = 30 * 60_000;
const uploadMs = 2 * 3_600_000;

export const placedPicture = (
  picture: { _id: string; account: string; fileId: string },
  nowMs: number,
): PictureDocument => ({
  ...picture,
  dueAtMs: nowMs + unclaimedMs,
  keptUntilMs: nowMs + uploadMs,
  revision: 0,
});

/** Records pictures before their upload, because a function cannot list the storage and would miss the others. */
export const placePictures: OpenUseCase<typeof identityCalls.placePictures> = async (
  { count },
  { actor, nowMs, refuse },
) => {
  const { openid, epoch } = requireAccount(await actor(), refuse);
  await countPictures(openid, count, nowMs, refuse);
  const placed = await Promise.all(
    Array.from({ length: count }, async () => {
      const _id = randomId();
      return placedPicture({ _id, account: openid, fileId: await fileIdOf(pictureFile(_id)) }, nowMs);
    }),
  );
  await writeFor(
    { account: { id: openid, epoch }, person: null, beganMs: nowMs },
    async ({ write, account }) => {
      if (account.phone === null) throw refuse('phone-required');
      for (const picture of placed) await write('pictures', picture);
    },
  );
  return { cloudPaths: placed.map(({ _id }) => pictureFile(_id)) };
};
