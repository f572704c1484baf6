import { photoCheckOver, photoUnjudged, withPhotoDoubt, withVerdict } from '../../shared/domain/post-photos';
import { pictureAnswer, type PictureAnswer } from '../../shared/adapters/content-check';
import { inOrder, type Ordered } from '../../shared/adapters/ordered-writes';
import { photoOfTrace } from '../../shared/adapters/pictures';
import { aliasOf } from '../../shared/kernel/moderation-hashes';
import { randomId } from '../../shared/kernel/random-id';

/**
 * Takes WeChat's verdict on a photo. The name of a check is known to WeChat and to us alone, so that a client who sends such a message
 * decides nothing. The same message twice changes nothing more.
 */
export async function judgePhoto(message: unknown, nowMs: number): Promise<void> {
  const answer = pictureAnswer(message);
  const id = answer && (await photoOfTrace(answer.traceId));
  if (answer && id !== null) await inOrder((ordered) => judge(ordered, id, answer, nowMs));
}

async function judge(
  { read, write }: Ordered,
  id: string,
  { traceId, kind }: PictureAnswer,
  nowMs: number,
): Promise<void> {
  const picture = await read('pictures', id);
  if (picture?.check?.traceId !== traceId) return;
  const { check } = picture;
  if (kind === 'unjudged') return write('pictures', { ...picture, check: photoUnjudged(check, nowMs) });
  const post = await read('posts', check.postId);
  if (!post) return write('pictures', { ...picture, check: photoCheckOver(check) });
  await write(
    'pictures',
    kind === 'risky'
      ? { ...picture, account: '', dueAtMs: nowMs, check: null }
      : { ...picture, check: photoCheckOver(check) },
  );
  const after = withVerdict(post, id, kind);
  await write('posts', after);
  if (kind !== 'review') return;
  const review = await read('reviews', post._id);
  const owner = aliasOf(post._id, post.ownerId);
  await write('reviews', withPhotoDoubt(review, after, { owner, caseId: randomId(), nowMs }));
}
