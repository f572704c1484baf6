import type { PostDocument } from '../contract/documents';
import type { PhotoCheck } from '../contract/picture-documents';
import type { ReviewDocument } from '../contract/moderation-documents';
import type { PostPhoto } from '../contract/photo';
import { laneOf } from './queue';
import { newReview } from './reporting';

const minuteMs = 60_000;
/** WeChat answers within half an hour; a check that has not been answered by then is lost. */
const answeredWithinMs = 31 * minuteMs;
/** The longest wait between two tries to ask. */
const longestWaitMs = 10 * minuteMs;

/** The check of a photo that was just published with its post: due at once. */
export const newPhotoCheck = (postId: string, nowMs: number): PhotoCheck => ({
  postId,
  traceId: null,
  tries: 0,
  dueAtMs: nowMs,
});

/** After WeChat was asked: it answers under `traceId`, or is asked again. Null: it did not take the question. */
export const photoAsked = (check: PhotoCheck, traceId: string | null, nowMs: number): PhotoCheck => ({
  ...check,
  traceId,
  tries: check.tries + 1,
  dueAtMs: nowMs + (traceId === null ? waitMs(check) : answeredWithinMs),
});

/** After an answer that says nothing of the photo. */
export const photoUnjudged = (check: PhotoCheck, nowMs: number): PhotoCheck => ({
  ...check,
  traceId: null,
  dueAtMs: nowMs + waitMs(check),
});

export const photoCheckOver = (check: PhotoCheck): PhotoCheck => ({ ...check, traceId: null, dueAtMs: null });

const waitMs = ({ tries }: PhotoCheck): number =>
  Math.min(longestWaitMs, minuteMs * 2 ** Math.min(tries, 10));

export type PhotoVerdict = 'pass' | 'review' | 'risky';

const stateAfter: Readonly<Record<PhotoVerdict, PostPhoto['state']>> = {
  pass: 'shown',
  review: 'doubtful',
  risky: 'refused',
};

/** A post after WeChat's verdict on one of its photos. */
export const withVerdict = (post: PostDocument, photoId: string, verdict: PhotoVerdict): PostDocument => ({
  ...post,
  photos: post.photos.map((photo) =>
    photo.id === photoId && photo.state === 'unchecked' ? { ...photo, state: stateAfter[verdict] } : photo,
  ),
});

/** A volunteer has let the post pass, and so the photos that WeChat doubted. What it has not checked goes on waiting. */
export const withSeenPhotos = (post: PostDocument): PostDocument => ({
  ...post,
  photos: post.photos.map((photo) => (photo.state === 'doubtful' ? { ...photo, state: 'shown' } : photo)),
});

/** What a correction keeps: the owner sends the post again without what was doubted or refused. */
export const keptPhotos = (photos: readonly PostPhoto[]): PostPhoto[] =>
  photos.filter(({ state }) => state === 'unchecked' || state === 'shown');

/** Puts a doubtful photo in front of the volunteers. The post itself stays where it is meanwhile. */
export function withPhotoDoubt(
  before: ReviewDocument | null,
  post: PostDocument,
  context: { owner: string; caseId: string; nowMs: number },
): ReviewDocument {
  const fresh = newReview(post, context);
  const review: ReviewDocument =
    before === null || before.state === 'decided'
      ? {
          ...fresh,
          ...(before && { excluded: before.excluded, returns: before.returns, revision: before.revision }),
        }
      : before;
  return {
    ...review,
    lane: Math.max(review.lane, laneOf({ kind: 'post' }, post)),
    causes: [...new Set([...review.causes, 'photo-doubtful' as const])],
  };
}
