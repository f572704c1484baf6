import { readNote } from '@facts/notes/read-note';
import type { QueueItem } from '../../shared/contract/moderation-calls';
import type { PostDocument } from '../../shared/contract/documents';
import type { ReviewDocument } from '../../shared/contract/moderation-documents';
import { isAboutPerson, ReportReason } from '../../shared/contract/review';
import { publicPost } from '../../shared/domain/public-post';
import { mostOpinions } from '../../shared/domain/queue';
import { pickBody } from '../../shared/contract/post-body';
import { volunteerSentences } from '../../shared/domain/review-words';
import { campaign } from '../../shared/kernel/campaign';
import type { Opened } from './opened';

const dayMs = 24 * 3_600_000;

/** An item as a volunteer sees it: each field is named here, so that nothing of a person slips through. */
export function queueItem({ review, post, record }: Opened, photos: string[], nowMs: number): QueueItem {
  const isPerson = isAboutPerson(review.kind);
  return {
    id: review._id,
    kind: review.kind,
    claimedUntilMs: review.dueAtMs ?? nowMs,
    waitingSinceMs: review.sinceMs,
    post: post && shownPost(post, photos),
    findings: post ? findingsIn(post) : [],
    why: reasonsOf(review),
    reports: ReportReason.options.flatMap((reason) => {
      const count = review.reports.filter((each) => each.reason === reason).length;
      return count > 0 ? [{ reason, count }] : [];
    }),
    history: {
      published: record.publishedCount,
      refused: record.refusedCount,
      days:
        record.firstPublishedAtMs === null
          ? null
          : Math.max(0, Math.floor((nowMs - record.firstPublishedAtMs) / dayMs)),
      askedForMoney: record.moneyReporters.length,
      notReal: record.notRealReporters.length,
    },
    appealText: review.appealText,
    refusedFor: review.kind === 'appeal' ? (post?.review?.reason ?? null) : null,
    opinions: review.opinions,
    can: {
      publish: !isPerson,
      refuse: !isPerson,
      askToCorrect: !isPerson,
      secondOpinion: review.opinions < mostOpinions,
      proposeBlock: !isPerson && record.blockReviewId === null,
      block: isPerson,
    },
  };
}

function shownPost(post: PostDocument, photos: string[]): NonNullable<QueueItem['post']> {
  const shown = publicPost(post, campaign.catalogue);
  return {
    ...pickBody(shown),
    items: shown.items,
    board: post.board,
    status: post.status,
    region: shown.region.label,
    publishedAtMs: post.publishedAtMs,
    photos,
  };
}

const findingsIn = ({ note, board }: PostDocument): QueueItem['findings'] => {
  const { refusals, plainWords } = campaign;
  return readNote(note, { board, refusals, plainWords }).findings.map(({ kind, start, end }) => ({
    kind,
    start,
    end,
    words: note.slice(start, end),
  }));
};

function reasonsOf({ score, causes }: ReviewDocument): QueueItem['why'] {
  const scored = score.map(({ code, points }) => ({ code, points, sentence: volunteerSentences[code] }));
  const other = causes.filter((cause) => !score.some(({ code }) => code === cause));
  return [...scored, ...other.map((code) => ({ code, points: 0, sentence: volunteerSentences[code] }))];
}
