import type { PictureDocument } from '../../shared/contract/picture-documents';
import { isUnended } from '../../shared/domain/post-life';
import { photoAsked, photoCheckOver } from '../../shared/domain/post-photos';
import { askAboutPicture, isStaleAccount } from '../../shared/adapters/content-check';
import { inOrder, readDocument } from '../../shared/adapters/ordered-writes';
import { photosToCheck, pictureUrls } from '../../shared/adapters/pictures';
import { each, type Run } from './run';

const pageSize = 200;
/** WeChat takes 2,000 pictures a minute. */
const atOnce = 8;
/** When WeChat takes so few in a row, it is down: the others are not tried in this run. */
const patience = 8;
/** For how long WeChat can fetch a picture, in seconds: longer than it may take to look. */
const fetchedSeconds = 3_600;

/** Asks WeChat about photos that it has not judged: new ones, and those whose verdict was lost. */
export async function checkPhotos(run: Run): Promise<number> {
  let silent = 0;
  return each(await photosToCheck(run.nowMs, pageSize), run, atOnce, async (picture) => {
    if (silent >= patience) return false;
    const isTaken = await askOne(picture, run.nowMs);
    silent = isTaken ? 0 : silent + 1;
    return isTaken;
  });
}

/** @returns whether WeChat answered, or nothing had to be asked */
async function askOne(
  { _id: id, fileId, account, check: seen }: PictureDocument,
  nowMs: number,
): Promise<boolean> {
  const post = seen && (await readDocument('posts', seen.postId));
  const isOnItsWay = post !== null && (isUnended(post, nowMs) || post.status === 'rejected');
  const [url] = isOnItsWay ? await pictureUrls([fileId], fetchedSeconds) : [];
  const answer = url === undefined ? null : await askAboutPicture(url, account);
  const traceId = answer?.kind === 'asked' ? answer.traceId : null;
  await inOrder(async ({ read, write }) => {
    const picture = await read('pictures', id);
    if (!picture?.check || picture.check.dueAtMs !== seen?.dueAtMs) return;
    const check = isOnItsWay ? photoAsked(picture.check, traceId, nowMs) : photoCheckOver(picture.check);
    await write('pictures', { ...picture, check });
  });
  return !isOnItsWay || traceId !== null || (answer !== null && isStaleAccount(answer));
}
