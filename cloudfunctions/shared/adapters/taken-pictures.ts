import type { PhotoCheck, PictureDocument } from '../contract/picture-documents';
import { cleanPicture } from '../domain/clean-picture';
import { placedPicture } from '../domain/placed-picture';
import { readDocument } from './ordered-writes';
import { fileIdOf, pictureFile, pictureIdOf, readPicture, writePicture } from './pictures';
import type { WritingFor } from './write-for';

const mostBytes = 10_000_000;

/** An uploaded picture, and the clean copy of it that others will see. */
export interface TakenPicture {
  upload: PictureDocument;
  copy: PictureDocument;
  bytes: Buffer;
}

/**
 * Checks uploaded pictures: each must have been placed for this account and be a JPEG or PNG. Keeps a copy without metadata under
 * a secret name, because the uploader could replace the uploaded file after the check. Null when one is no such picture.
 */
export async function takePictures(
  fileIds: readonly string[],
  openid: string,
  { nowMs, newId }: { nowMs: number; newId(): string },
): Promise<TakenPicture[] | null> {
  if (new Set(fileIds).size !== fileIds.length) return null;
  const taken = await Promise.all(
    fileIds.map(async (fileId): Promise<TakenPicture | null> => {
      const id = pictureIdOf(fileId);
      const upload = id === null ? null : await readDocument('pictures', id);
      if (upload?.fileId !== fileId || upload.account !== openid || upload.dueAtMs === null) return null;
      const content = await readPicture(fileId);
      const bytes = content && content.length <= mostBytes ? cleanPicture(content) : null;
      if (!bytes) return null;
      const _id = newId();
      const copy = placedPicture({ _id, account: openid, fileId: await fileIdOf(pictureFile(_id)) }, nowMs);
      return { upload, copy, bytes };
    }),
  );
  const whole = taken.filter((each) => each !== null);
  return whole.length === taken.length ? whole : null;
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

/**
 * Makes copies those of a document or, with a check, of a post, until it lets go of them.
 * @returns false when one was let go of meanwhile
 */
export async function claimCopies(
  { read, write }: Pick<WritingFor, 'read' | 'write'>,
  taken: readonly TakenPicture[],
  check: PhotoCheck | null,
): Promise<boolean> {
  for (const { copy } of taken) {
    const stored = await read('pictures', copy._id);
    if (!stored) return false;
    await write('pictures', { ...stored, dueAtMs: null, check });
  }
  return true;
}
