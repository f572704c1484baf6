import type { DocumentCheckDocument } from '../../cloudfunctions/shared/contract/check-document';
import type {
  AttemptsDocument,
  GrantDocument,
  MemberDocument,
  PersonDocument,
  PostDocument,
} from '../../cloudfunctions/shared/contract/documents';
import { nearestDistrict } from '@facts/regions/nearest-district';
import { cityCodeOf, provinceCodeOf } from '@facts/regions/region-codes';
import { newMember } from '../../cloudfunctions/shared/domain/account';
import type {
  RecordDocument,
  ReportDocument,
  ReviewDocument,
  SketchDocument,
  TallyDocument,
} from '../../cloudfunctions/shared/contract/moderation-documents';
import { lanes } from '../../cloudfunctions/shared/domain/queue';
import { newRecord } from '../../cloudfunctions/shared/domain/record';
import { newReview } from '../../cloudfunctions/shared/domain/reporting';
import type {
  FeedbackDocument,
  MissingNameDocument,
} from '../../cloudfunctions/shared/contract/feedback-documents';
import type { NewsDocument } from '../../cloudfunctions/shared/contract/news-document';
import { newsOf } from '../../cloudfunctions/shared/kernel/news';
import { newPerson } from '../../cloudfunctions/shared/domain/person';
import type { Product } from '../../tests/integration/product';
import { nowMs, postId } from '../../packages/sqlite-document-database/bench/fixtures/posts';
import { benchPosts } from '../data/posts';

type Region = Pick<PostDocument, 'districtCode' | 'cityCode' | 'provinceCode'>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The work that each timer finds, the same for every number of posts. */
const due = 20;

/** Fills every collection in proportion to the posts, with a little that is due for every timer. */
export async function fillHouse({ cloud }: Product, posts: number): Promise<void> {
  const load = (name: string, documents: Iterable<Record<string, unknown>>) =>
    cloud.database.bulkLoad(name, documents);
  await load('posts', withDuePosts(posts));
  await load('members', members(posts / 2));
  await load('persons', people(posts / 2));
  await load('grants', grants(posts / 2));
  await load('news', news(posts / 2));
  await load('attempts', attempts(posts / 10));
  await load('documentChecks', documentChecks(posts / 20));
  await load('reports', reports(posts / 10));
  await load('reviews', reviews(posts / 10));
  await load('records', records(posts / 4));
  await load('sketches', sketches(posts / 2));
  await load('tallies', tallies(posts / 20));
  await load('feedback', feedback(posts / 20));
  await load('missingNames', missingNames(posts / 20));
}

/** The person with this number among those who fill the boards. */
const somebody = (at: number): string => `b${at.toString(16).padStart(31, '0')}`;

function* withDuePosts(count: number) {
  let at = 0;
  for (const plain of benchPosts(count)) {
    at += 1;
    const post = { ...plain, ...regionOf(plain.publicPoint.coordinates) };
    if (at <= due) yield { ...post, status: 'published', closedAtMs: null, expiresAtMs: nowMs + 60_000 };
    else if (at <= 2 * due) yield { ...post, status: 'fulfilled', closedAtMs: nowMs - 100 * dayMs };
    else yield post;
  }
}

const known = new Map<string, Region>();

/** The region codes of a place, by its tenth of a degree, so that searches within a region find its posts. */
function regionOf([lng, lat]: readonly [number, number]): Region {
  const name = `${lng.toFixed(1)} ${lat.toFixed(1)}`;
  const found = known.get(name);
  if (found) return found;
  const { adcode } = nearestDistrict([lng, lat]);
  const region = { districtCode: adcode, cityCode: cityCodeOf(adcode), provinceCode: provinceCodeOf(adcode) };
  known.set(name, region);
  return region;
}

function* members(count: number): Generator<MemberDocument> {
  for (let at = 0; at < count; at += 1)
    yield {
      ...newMember(`o-${somebody(at)}`),
      personId: somebody(at),
      maskedName: '测*',
      verifiedAtMs: nowMs,
      consentedAtMs: nowMs,
      phoneBoundAtMs: nowMs,
      checkAtMs: at < due ? null : at < 2 * due ? nowMs - hourMs : nowMs + dayMs,
    };
}

function* people(count: number): Generator<PersonDocument> {
  for (let at = 0; at < count; at += 1) yield newPerson(somebody(at));
}

/** One in fifty is bound to a number, one in two hundred waits for a call; each person has about four, two from each side. */
function* grants(count: number): Generator<GrantDocument> {
  for (let at = 0; at < count; at += 1) {
    const state = at % 50 === 0 ? 'bound' : at % 200 === 1 ? 'asked' : 'ended';
    const askedAtMs = nowMs - (at % 40) * hourMs;
    yield {
      _id: at.toString(16).padStart(32, '0'),
      state,
      postId: postId(at + 2 * due),
      board: 'need',
      summary: '布洛芬',
      viewerId: somebody(Math.floor(at / 2)),
      viewerName: '测*',
      viewerAccount: `o-${somebody(Math.floor(at / 2))}`,
      posterId: somebody(Math.floor(at / 2) + 7),
      posterName: '测*',
      openedBy: 'viewer',
      wasAsked: state === 'asked',
      attempt: 1,
      leaseUntilMs: 0,
      binding:
        state === 'bound' ? { number: '17099999999', extension: null, subscriptionId: String(at) } : null,
      expiresAtMs: state === 'bound' ? nowMs + (at < 50 * due ? hourMs / 2 : dayMs) : null,
      askedAtMs,
      boundAtMs: state === 'asked' ? null : askedAtMs,
      endedAtMs: state === 'ended' ? askedAtMs + hourMs : null,
      endReason: state === 'ended' ? 'done' : null,
      outcome: null,
      outcomeAtMs: null,
      posterAnswer: null,
      // A few are due now, most were asked long ago.
      questionDueAtMs: at < due ? nowMs - hourMs : at % 50 === 0 ? nowMs + dayMs : null,
      forWhom: { groups: [], ill: null },
      said: [],
      readAtMs: { viewer: 0, poster: 0 },
    };
  }
}

/** Each person has about two, one of them read; a few are old enough to be removed. */
function* news(count: number): Generator<NewsDocument> {
  for (let at = 0; at < count; at += 1)
    yield {
      ...newsOf('contact', {
        to: { personId: somebody(Math.floor(at / 2)) },
        cause: String(at),
        grantId: at.toString(16).padStart(32, '0'),
        postId: postId(at + 2 * due),
        facts: { board: 'need', summary: '布洛芬', name: '测*', number: '17099999999' },
        atMs: at < due ? nowMs - 100 * dayMs : nowMs - (at % 40) * hourMs,
      }),
      readAtMs: at % 2 === 0 ? nowMs : null,
      sending: at < 2 * due ? 'due' : 'unsent',
    };
}

function* attempts(count: number): Generator<AttemptsDocument> {
  for (let at = 0; at < count; at += 1)
    yield { _id: somebody(at), count: 1, silent: 0, day: at < due ? '2022-12-18' : '2022-12-20' };
}

function* documentChecks(count: number): Generator<DocumentCheckDocument> {
  for (let at = 0; at < count; at += 1)
    yield {
      _id: somebody(at),
      account: `o-${somebody(at)}`,
      caseId: somebody(at),
      state: at < due ? 'pending' : 'accepted',
      kind: 'passport',
      maskedName: '测*',
      personId: somebody(at),
      personEpoch: 0,
      nameHash: somebody(at),
      photoFileIds: at < due ? [`cloud://local-1.local-1/pictures/${somebody(at)}.jpg`] : [],
      submittedAtMs: nowMs - (at % 40) * hourMs,
      round: 0,
      left: null,
      decidedAtMs: at < due ? null : nowMs,
      decidedBy: null,
      secondUntilMs: at >= due && at < 2 * due ? nowMs + (at % 40) * hourMs : null,
      refusal: null,
    };
}

function* reports(count: number): Generator<ReportDocument> {
  for (let at = 0; at < count; at += 1)
    yield {
      _id: somebody(at),
      reporterId: somebody(Math.floor(at / 3)),
      postId: postId(at + 2 * due),
      viewerReviewId: at % 10 === 0 ? somebody(at) : null,
      reason: 'other',
      weight: 1,
      state: at % 2 === 0 ? 'received' : 'found-fine',
      atMs: nowMs - (at % 40) * hourMs,
      handledAtMs: at % 2 === 0 ? null : nowMs,
    };
}

/** One in ten waits, a few are due in each state, the rest are decided. */
function* reviews(count: number): Generator<ReviewDocument> {
  const states = ['unchecked', 'waiting', 'claimed', 'correcting', 'decided'] as const;
  for (let at = 0; at < count; at += 1) {
    const id = postId(at + 2 * due);
    const fresh = newReview(
      { _id: id, ownerId: somebody(at) },
      { owner: somebody(at), caseId: somebody(at), nowMs: nowMs - (at % 40) * hourMs },
    );
    const isDue = at < 5 * due;
    yield {
      ...fresh,
      state: isDue ? (states[at % 5] ?? 'decided') : at % 10 === 0 ? 'waiting' : 'decided',
      lane: lanes[at % 5] ?? 1,
      dueAtMs: isDue ? nowMs + 60_000 : null,
    };
  }
}

function* records(count: number): Generator<RecordDocument> {
  for (let at = 0; at < count; at += 1) yield newRecord(somebody(at));
}

function* sketches(count: number): Generator<SketchDocument> {
  for (let at = 0; at < count; at += 1)
    yield {
      _id: somebody(at),
      entries: [{ by: somebody(at), sketch: [at], atMs: nowMs }],
      atMs: at < due ? nowMs - 3 * dayMs : nowMs,
      revision: 0,
    };
}

function* tallies(count: number): Generator<TallyDocument> {
  for (let at = 0; at < count; at += 1)
    yield {
      _id: somebody(at),
      people: [somebody(at)],
      courses: [1],
      atMs: at < due ? nowMs - 3 * dayMs : nowMs,
      revision: 0,
    };
}

/** Forty wait, the rest are answered; a few are old enough to be removed. */
function* feedback(count: number): Generator<FeedbackDocument> {
  for (let at = 0; at < count; at += 1)
    yield {
      _id: somebody(at),
      author: somebody(Math.floor(at / 3)),
      isForAccount: false,
      kind: 'broken',
      text: '点了没反应',
      error: null,
      state: at < 2 * due ? 'waiting' : 'answered',
      atMs: at < due ? nowMs - 100 * dayMs : nowMs - (at % 40) * hourMs,
      answer: at < 2 * due ? null : '谢谢',
      answeredAtMs: at < 2 * due ? null : nowMs,
      revision: 0,
    };
}

/** One in ten is common; a few are old enough to be removed. */
function* missingNames(count: number): Generator<MissingNameDocument> {
  for (let at = 0; at < count; at += 1) {
    const people = Array.from({ length: at % 10 === 0 ? 5 : 1 }, (_, by) => somebody(by));
    yield {
      _id: somebody(at),
      name: people.length < 5 ? null : `药${at}`,
      people,
      count: people.length,
      atMs: at < due ? nowMs - 100 * dayMs : nowMs,
      revision: 0,
    };
  }
}
