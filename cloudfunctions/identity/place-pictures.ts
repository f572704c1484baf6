import type { identityCalls } from '../shared/contract/identity-calls';
import { placedPicture } from '../shared/domain/placed-picture';
import { fileIdOf, pictureFile } from '../shared/adapters/pictures';
import { writeFor } from '../shared/adapters/write-for';
import { requireAccount } from '../shared/kernel/actor';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';
import { asPictures } from './attempts';

/** Records pictures before their upload, because a function cannot list the storage and would miss the others. */
export const placePictures: OpenUseCase<typeof identityCalls.placePictures> = async (
  { count },
  { actor, nowMs, refuse },
) => {
  const { openid, epoch } = requireAccount(await actor(), refuse);
  const placed = await asPictures(openid, count, nowMs, refuse, async () => {
    const pictures = await Promise.all(
      Array.from({ length: count }, async () => {
        const _id = randomId();
        return placedPicture({ _id, account: openid, fileId: await fileIdOf(pictureFile(_id)) }, nowMs);
      }),
    );
    await writeFor(
      { account: { id: openid, epoch }, person: null, beganMs: nowMs },
      async ({ write, account }) => {
        if (account.phone === null) throw refuse('phone-required');
        for (const picture of pictures) await write('pictures', picture);
      },
    );
    return pictures;
  });
  return { cloudPaths: placed.map(({ _id }) => pictureFile(_id)) };
};
