import { cleanPicture } from '../shared/domain/clean-picture';
import { fileIdOf, pictureFile, pictureIdOf, readPicture, writePicture } from '../shared/adapters/pictures';
import type { PictureDocument } from '../shared/contract/documents';
import { readDocument } from '../shared/adapters/ordered-writes';
import type { WritingFor } from '../shared/adapters/write-for';
import { randomId } from '../shared/kernel/random-id';
import type { Refuse } from '../shared/kernel/refuse';
import { placedPicture } from './place-pictures';

const mostBytes = 10_000_000;

/** An uploaded picture, and the clean copy of it that an operator will see. */
export interface TakenPicture {
  upload: PictureDocument;
  copy: PictureDocument;
  bytes: Buffer;
}

/**
 * Checks uploaded pictures: each must have been placed for this account and be a JPEG or PNG. Keeps a copy without metadata under
 * a secret name, because the uploader could replace the uploaded file after the check.
 */
export async function takePictures(
  fileIds: readonly string[],
  openid: string,
  { nowMs, refuse }: { nowMs: number; refuse: Refuse<'picture-unreadable'> },
): Promise<TakenPicture[]> {
  if (new Set(fileIds).size !== fileIds.length) throw refuse('picture-unreadable', { field: 'photoFileIds' });
  return Promise.all(
    fileIds.map(async (fileId) => {
      const id = pictureIdOf(fileId);
      const upload = id === null ? null : await readDocument('pictures', id);
      if (upload?.fileId !== fileId || upload.account !== openid || upload.dueAtMs === null)
        throw refuse('picture-unreadable', { field: 'photoFileIds' });
      const content = await readPicture(fileId);
      const bytes = content && content.length <= mostBytes ? cleanPicture(content) : null;
      if (!bytes) throw refuse('picture-unreadable', { field: 'photoFileIds' });
      const _id = randomId();
      const copyId = await fileIdOf(pictureFile(_id));
      const copy = placedPicture({ _id, account: openid, fileId: copyId }, nowMs);
      return { upload, copy, bytes };
    }),
  );
}

/** Notes the copies before they are written. The uploads are due at once. */
export async function noteCopies(
  { read, write }: WritingFor,
  taken: readonly TakenPicture[],
  nowMs: number,
): Promise<void> {
  for (const { upload, copy } of taken) {
    const stored = await read('pictures', upload._id);
    if (stored) await write('pictures', { ...stored, dueAtMs: nowMs });
    await write('pictures', copy);
  }
}

export const writeCopies = (taken: readonly TakenPicture[]): Promise<unknown> =>
  Promise.all(taken.map(({ copy, bytes }) => writePicture(pictureFile(copy._id), bytes)));

/** Assigns the copies to a check until it is decided. An erasure may have taken them from the account meanwhile. */
export async function claimCopies(
  { read, write }: WritingFor,
  taken: readonly TakenPicture[],
  refuse: Refuse<'picture-unreadable'>,
): Promise<void> {
  for (const { copy } of taken) {
    const stored = await read('pictures', copy._id);
    if (!stored) throw refuse('picture-unreadable', { field: 'photoFileIds' });
    await write('pictures', { ...stored, dueAtMs: null });
  }
}
