import { PictureDocument, pictureFolder } from '../contract/picture-documents';
import { app, command, database } from './database';
import { accepted, documents } from './stored';

/** For how long a picture may be looked at under the address that a call gives, in seconds. */
const shownSeconds = 900;
/** Pictures deleted at a time, because the platform takes fifty. */
const pageSize = 50;

const pictures = () => database.collection('pictures');

/** The upload path of a picture. Its name is given only to the person who uploads it. */
export const pictureFile = (id: string): string => `${pictureFolder}/${id}.jpg`;

/** The picture that a file is; null for any other file. */
export const pictureIdOf = (fileId: string): string | null =>
  /^cloud:\/\/[\w.-]+\/pictures\/([0-9a-f]{32})\.jpg$/.exec(fileId)?.[1] ?? null;

/** The file id that an upload to this path will get. It holds the environment's bucket. */
export async function fileIdOf(cloudPath: string): Promise<string> {
  const { data } = await app.getUploadMetadata({ cloudPath });
  return data.fileId;
}

/** Null when nothing was uploaded, or it was deleted meanwhile. */
export async function readPicture(fileID: string): Promise<Buffer | null> {
  try {
    const answer = await app.downloadFile({ fileID, tempFilePath: '' });
    return Buffer.isBuffer(answer.fileContent) ? answer.fileContent : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The storage says that there is no such file, or the address that it has just given leads nowhere. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'STORAGE_FILE_NONEXIST') || /Status:404/.test(error.message));

export async function writePicture(cloudPath: string, fileContent: Buffer): Promise<void> {
  // The SDK's types want a stream, and its code takes bytes as well.
  await app.uploadFile({ cloudPath, fileContent: fileContent as never });
}

/** Addresses of stored pictures. A picture that is not there is left out. */
export const pictureUrls = async (fileIds: readonly string[], seconds = shownSeconds): Promise<string[]> => [
  ...(await addressesOf(fileIds, seconds)).values(),
];

/** The same for pictures of posts, by id. */
export async function photoUrls(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const fileIds = await Promise.all(ids.map((id) => fileIdOf(pictureFile(id))));
  const addresses = await addressesOf(fileIds, shownSeconds);
  return new Map([...addresses].map(([fileId, url]) => [pictureIdOf(fileId) ?? '', url]));
}

async function addressesOf(fileIds: readonly string[], maxAge: number): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map();
  const { fileList } = await app.getTempFileURL({ fileList: fileIds.map((fileID) => ({ fileID, maxAge })) });
  return new Map(
    (fileList ?? []).flatMap(({ fileID, tempFileURL }) => (tempFileURL ? [[fileID, tempFileURL]] : [])),
  );
}

/** Takes all pictures from an account and marks them for deletion. */
export async function releasePicturesOf(account: string, nowMs: number): Promise<void> {
  accepted(await pictures().where({ account }).update({ account: '', dueAtMs: nowMs }));
}

/** Takes every picture from its account and marks it for deletion; those that were marked before keep their time. */
export async function releaseAllPictures(nowMs: number): Promise<void> {
  accepted(
    await pictures()
      .where({ dueAtMs: command.eq(null) })
      .update({ account: '', dueAtMs: nowMs, check: null }),
  );
  accepted(
    await pictures()
      .where({ account: command.neq('') })
      .update({ account: '', dueAtMs: nowMs, check: null }),
  );
}

/** Marks the photos of posts that go for deletion. */
export async function releasePhotosOf(postIds: readonly string[], nowMs: number): Promise<void> {
  if (postIds.length === 0) return;
  accepted(
    await pictures()
      .where({ 'check.postId': command.in([...postIds]) })
      .update({ account: '', dueAtMs: nowMs, check: null }),
  );
}

/** Photos that WeChat has to be asked about, the longest due first. */
export async function photosToCheck(nowMs: number, limit: number): Promise<PictureDocument[]> {
  const answer = await pictures()
    .where({ 'check.dueAtMs': command.lte(nowMs) })
    .orderBy('check.dueAtMs', 'asc')
    .limit(limit)
    .get();
  return documents(PictureDocument, answer);
}

/** The photo that WeChat judges under this name; null for a name that it never gave. */
export async function photoOfTrace(traceId: string): Promise<string | null> {
  const answer = await pictures().where({ 'check.traceId': traceId }).limit(1).get();
  return documents(PictureDocument, answer)[0]?._id ?? null;
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
