import { PictureDocument } from '../contract/documents';
import { app, command, database } from './database';
import { accepted, documents } from './stored';

/** For how long an operator may look at a picture, in seconds. */
const shownSeconds = 900;
/** Pictures deleted at a time, because the platform takes fifty. */
const pageSize = 50;

const pictures = () => database.collection('pictures');

/** The upload path of a document's picture. Its name is given only to the person who uploads it. */
export const pictureFile = (id: string): string => `documents/${id}.jpg`;

/** The picture that a file is; null for any other file. */
export const pictureIdOf = (fileId: string): string | null =>
  /^cloud:\/\/[\w.-]+\/documents\/([0-9a-f]{32})\.jpg$/.exec(fileId)?.[1] ?? null;

/** The file id that an upload to this path will get. It holds the environment's bucket. */
export async function fileIdOf(cloudPath: string): Promise<string> {
  const { data } = await app.getUploadMetadata({ cloudPath });
  return data.fileId;
}

/** Null when nothing was uploaded. */
export async function readPicture(fileID: string): Promise<Buffer | null> {
  const answer = await app.downloadFile({ fileID, tempFilePath: '' });
  return Buffer.isBuffer(answer.fileContent) ? answer.fileContent : null;
}

export async function writePicture(cloudPath: string, fileContent: Buffer): Promise<void> {
  // The SDK's types want a stream, and its code takes bytes as well.
  await app.uploadFile({ cloudPath, fileContent: fileContent as never });
}

/** Addresses of stored pictures. A picture that is not there is left out. */
export async function pictureUrls(fileIds: readonly string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const { fileList } = await app.getTempFileURL({
    fileList: fileIds.map((fileID) => ({ fileID, maxAge: shownSeconds })),
  });
  return (fileList ?? []).flatMap(({ tempFileURL }) => (tempFileURL ? [tempFileURL] : []));
}

/** Takes all pictures from an account and marks them for deletion. */
export async function releasePicturesOf(account: string, nowMs: number): Promise<void> {
  accepted(await pictures().where({ account }).update({ account: '', dueAtMs: nowMs }));
}

/** A picture that could not be deleted is tried again after this time, so that the others get their turn. */
const retryMs = 10 * 60_000;

/**
 * Deletes a page of pictures whose time has come. The record of a file is removed only after the file is gone and
 * nothing can be uploaded under its name any more.
 */
export async function deleteDuePictures(nowMs: number): Promise<{ failed: number; isDone: boolean }> {
  const answer = await pictures()
    .where({ dueAtMs: command.lte(nowMs) })
    .orderBy('dueAtMs', 'asc')
    .limit(pageSize)
    .get();
  const due = documents(PictureDocument, answer);
  if (due.length === 0) return { failed: 0, isDone: true };
  const { fileList } = await app.deleteFile({ fileList: due.map(({ fileId }) => fileId) });
  const gone = new Set(fileList.filter(({ code }) => isGone(String(code))).map(({ fileID }) => fileID));
  const failed = due.filter(({ fileId }) => !gone.has(fileId));
  for (const { _id, fileId, keptUntilMs } of due)
    if (!gone.has(fileId)) await postpone(_id, nowMs + retryMs);
    else if (keptUntilMs > nowMs) await postpone(_id, keptUntilMs);
    else accepted(await pictures().where({ _id }).remove());
  return { failed: failed.length, isDone: due.length < pageSize };
}

/** Deletes due pictures during a call. A failure is left to the timer, because a caller waits. */
export const tryToDeleteDuePictures = (nowMs: number): Promise<unknown> =>
  deleteDuePictures(nowMs).catch(() => undefined);

async function postpone(_id: string, dueAtMs: number): Promise<void> {
  accepted(await pictures().where({ _id }).update({ dueAtMs }));
}

/** The file was deleted now, or was never there. */
const isGone = (code: string): boolean => code === 'SUCCESS' || code === 'STORAGE_FILE_NONEXIST';
