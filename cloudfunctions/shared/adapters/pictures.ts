import { app } from './database';

/** For how long an operator may look at a picture, in seconds. */
const shownSeconds = 900;

/** Addresses of stored pictures. A picture that is not there is left out. */
export async function pictureUrls(fileIds: readonly string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const { fileList } = await app.getTempFileURL({
    fileList: fileIds.map((fileID) => ({ fileID, maxAge: shownSeconds })),
  });
  return (fileList ?? []).flatMap(({ tempFileURL }) => (tempFileURL ? [tempFileURL] : []));
}

/** Deletes pictures. One that is not there counts as deleted. */
export async function deletePictures(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await app.deleteFile({ fileList: [...fileIds] });
}
