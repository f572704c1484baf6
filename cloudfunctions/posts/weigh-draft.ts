import { chinaDay } from '@facts/china-time';
import type { PostDocument, PersonDocument } from '../shared/contract/documents';
import type { NoteFinding } from '../shared/contract/errors';
import type { PostBody } from '../shared/contract/post-body';
import { coursesOf } from '../shared/domain/courses';
import { noteFindings } from '../shared/domain/note-fault';
import { sortedFromMs } from '../shared/domain/publications';
import type { ScoreFacts } from '../shared/domain/score/facts';
import { scoreOf } from '../shared/domain/score/score';
import { bandsOf, sketchOf } from '../shared/domain/text-sketch';
import type { Weighing } from '../shared/domain/weighed-post';
import { checkText } from '../shared/adapters/content-check';
import {
  othersAt,
  peopleWithLikeText,
  rememberPlace,
  rememberText,
  type AtPlace,
  type ComparedText,
} from '../shared/adapters/likeness-store';
import type { PublishingState } from '../shared/adapters/post-store';
import type { Member } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { logCall } from '../shared/kernel/log';
import { authorOf, bandIdOf, tallied, tallyIdOf } from '../shared/kernel/moderation-hashes';
import type { Refuse } from '../shared/kernel/refuse';

/** Facts about a post that are found outside the transaction that stores it. */
export interface Seen {
  platform: Weighing['platform'];
  findings: readonly NoteFinding[];
  peopleWithLikeText: number;
  atPlace: AtPlace;
  courses: number;
  text: ComparedText;
  tallyId: string;
  person: string;
}

type Body = PostBody & Pick<PostDocument, 'board' | 'publicPoint'>;

/** Asks WeChat about the text, and the collections about similar texts and places. */
export async function look(
  post: Body,
  { openid, personId }: Pick<Member, 'openid' | 'personId'>,
  { requestId, nowMs, refuse }: { requestId: string; nowMs: number; refuse: Refuse<'content-refused'> },
): Promise<Seen> {
  const sketch = sketchOf(post.note);
  const text = { sketch, bandIds: bandsOf(sketch).map(bandIdOf), by: authorOf(personId) };
  const tallyId = tallyIdOf(post.board, post.publicPoint.coordinates.join(), chinaDay(nowMs));
  const person = tallied(tallyId, personId);
  const [platform, like, atPlace] = await Promise.all([
    checked(post.note, openid, { requestId, refuse }),
    peopleWithLikeText(text, nowMs),
    othersAt(tallyId, person),
  ]);
  return {
    platform,
    findings: noteFindings(post, campaign),
    peopleWithLikeText: like,
    atPlace,
    courses: coursesOf(post, campaign.catalogue),
    text,
    tallyId,
    person,
  };
}

async function checked(
  note: string,
  openid: string,
  { requestId, refuse }: { requestId: string; refuse: Refuse<'content-refused'> },
): Promise<Weighing['platform']> {
  if (note === '') return 'pass';
  const answer = await checkText(note, openid);
  if (answer.kind === 'risky') throw refuse('content-refused', { field: 'note' });
  if (answer.kind !== 'unavailable') return answer.kind;
  logCall.provider(requestId, 'security.msgSecCheck', String(answer.code));
  return 'unavailable';
}

/** All facts that a post's score depends on, including those that the transaction has read. */
export function weigh(post: PostDocument, seen: Seen, state: PublishingState, nowMs: number): Weighing {
  const { record, withdrawn, fulfilledAlone, earlier } = state;
  const sortedMs = sortedFromMs(post, [...withdrawn, ...fulfilledAlone], nowMs);
  const facts: ScoreFacts = {
    post,
    courses: seen.courses,
    doubtfulPassages: seen.findings.length,
    platformDoubts: seen.platform === 'review',
    peopleWithLikeText: seen.peopleWithLikeText,
    peopleAtPlace: seen.atPlace.people,
    coursesAtPlace: seen.atPlace.courses,
    contactsLastHour: contactsLastHour(state.person, nowMs),
    withdrawnAlike: withdrawn.filter(({ itemCodes }) =>
      itemCodes.some((code) => post.itemCodes.includes(code)),
    ).length,
    // A corrected post is not compared with its own earlier version.
    record: { ...record, posts: record.posts.filter(({ id }) => id !== post._id) },
    nowMs,
  };
  return {
    score: scoreOf(facts),
    platform: seen.platform,
    findings: seen.findings,
    mustBeSeen: earlier !== null && (earlier.status === 'rejected' || earlier.review?.state === 'to-correct'),
    rankedAtMs: sortedMs < post.publishedAtMs ? sortedMs : null,
  };
}

const hourMs = 3_600_000;

const contactsLastHour = (person: PersonDocument | null, nowMs: number): number =>
  [...(person?.charges ?? []), ...(person?.returns ?? [])].filter(({ atMs }) => atMs > nowMs - hourMs).length;

/**
 * Stores text and place for comparison with later posts. A failure is ignored, because these counts may be a little
 * low.
 */
export async function remember({ text, tallyId, person, courses }: Seen, nowMs: number): Promise<void> {
  await Promise.allSettled([rememberText(text, nowMs), rememberPlace(tallyId, person, courses, nowMs)]);
}
