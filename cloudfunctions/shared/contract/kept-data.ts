/** An id that finds a person's documents: that of the person, or the openid of one of the person's accounts. */
export interface Key {
  whose: 'person' | 'account';
  field: string;
}

/**
 * How erasing a person treats a collection:
 * - `by key`: one general step removes every document with a key of the person.
 * - `own step`: the erasure treats it by code of its own, because the order matters.
 * - `with its post`: its document has the id of a post, and is removed with it.
 * - `by time`: a timer removes it, because nothing but a keyed hash leads to it.
 * - `never`: it holds nothing of a person, or has to outlive an erasure; `holds` says which.
 */
export type ErasingStep = 'by key' | 'own step' | 'with its post' | 'by time' | 'never';

/** How closing treats a collection. `settled first`: code of its own empties it, once numbers are given back and files are deleted. */
export type ClosingStep = 'removed' | 'settled first' | 'stays';

/** What an environment keeps in one collection. */
export interface Kept {
  /** What it holds of people; null for nothing. */
  holds: string | null;
  keys: readonly Key[];
  erasing: readonly ErasingStep[];
  /** Documents with this value are passed over by the step `by key`. */
  spares?: Readonly<Record<string, string>>;
  /** The fields that its person may read in a copy of their data: their own, in the order of reading. */
  copied: readonly string[];
  closing: ClosingStep;
}

const person = (field = '_id'): Key => ({ whose: 'person', field });
const account = (field = '_id'): Key => ({ whose: 'account', field });
const either = (field: string): readonly Key[] => [person(field), account(field)];

const kept = (holds: string, keys: readonly Key[], rest: Partial<Kept> = {}): Kept => ({
  holds,
  keys,
  erasing: ['by key'],
  copied: [],
  closing: 'removed',
  ...rest,
});
/** Counters and comparisons under keyed hashes, which lead back to no person and end by themselves. */
const hashed = (holds: string): Kept => kept(holds, [], { erasing: ['by time'] });
const impersonal = (closing: ClosingStep): Kept => ({
  holds: null,
  keys: [],
  erasing: ['never'],
  copied: [],
  closing,
});

/**
 * Every collection of an environment, and what it holds of people. Erasing, the copy of one's data and closing read this table; a
 * collection that is missing here fails a test.
 */
export const keptCollections = {
  posts: kept('items, note, place of a cell, masked name', [person('ownerId')], {
    erasing: ['own step'],
    copied: [
      'board',
      'status',
      'items',
      'note',
      'groups',
      'regionLabel',
      'publicPoint',
      'photos',
      'publishedAtMs',
      'closedAtMs',
    ],
  }),
  members: kept('openid, sealed phone, masked name, consent', [account(), person('personId')], {
    erasing: ['own step'],
    copied: ['maskedName', 'phone', 'phoneBoundAtMs', 'verifiedAtMs', 'consentedAtMs', 'role'],
  }),
  persons: kept('quota and block under the keyed hash of the ID number', [person()], {
    erasing: ['own step'],
    copied: ['openPosts', 'charges', 'callBacks', 'blockedAtMs'],
  }),
  phones: kept('keyed hash of a phone, and the persons that use it', [person('persons')], {
    erasing: ['own step'],
  }),
  pictures: kept('pictures of documents and boxes, by account', [account('account')], {
    erasing: ['own step'],
    copied: ['dueAtMs'],
    closing: 'settled first',
  }),
  grants: kept(
    'both sides of a contact, what they said, the masked number',
    [person('viewerId'), person('posterId')],
    {
      erasing: ['own step'],
      copied: ['board', 'summary', 'state', 'other', 'said', 'outcome', 'askedAtMs', 'endedAtMs'],
      closing: 'settled first',
    },
  ),
  admissions: kept('the contacts of a post', [], { erasing: ['with its post'] }),
  // Empties itself: where no contact is left, the next comparison notes none.
  comparisons: kept('the id of the contact that was compared last', [], {
    erasing: ['never'],
    closing: 'settled first',
  }),
  numbers: impersonal('stays'),
  attempts: hashed('tries to be verified'),
  places: kept('names of public places; no document says whose', [], { erasing: ['never'] }),
  links: impersonal('removed'),
  documentChecks: kept(
    'account, kind of document, masked name, paths of pictures',
    [account('account'), person('personId')],
    {
      erasing: ['own step'],
      copied: ['kind', 'state', 'maskedName', 'refusal', 'submittedAtMs', 'decidedAtMs'],
    },
  ),
  news: kept('what happened to a person', either('recipient'), {
    copied: ['kind', 'facts', 'atMs', 'readAtMs'],
  }),
  subscriptions: kept('messages that an account accepted', [account()], { copied: ['left'] }),
  alerts: kept('what a person waits for, near a cell', [person('ownerId')], {
    copied: ['board', 'itemCodes', 'regionLabel', 'publicPoint', 'untilMs'],
  }),
  rounds: kept('how far the search for helpers of a post has come', [], { erasing: ['with its post'] }),
  counts: impersonal('stays'),
  cursors: impersonal('stays'),
  spending: hashed('calls of an hour'),
  openings: hashed('posts opened on a day'),
  turns: kept('the person that writes at this moment, for half a minute', [person()], {
    erasing: ['by time'],
  }),
  records: kept('past conduct in counts', [person()], {
    copied: ['publishedCount', 'refusedCount', 'reportsRight', 'reportsWrong', 'helped'],
  }),
  reports: kept('what a person reported', [person('reporterId')], {
    copied: ['reason', 'state', 'atMs', 'handledAtMs'],
  }),
  sketches: hashed('outlines of texts, to find copies'),
  tallies: hashed('how many published in a cell'),
  feedback: kept('messages to the operators', either('author'), {
    copied: ['kind', 'text', 'answer', 'atMs', 'answeredAtMs'],
  }),
  missingNames: hashed('names that were looked for'),
  volunteers: kept("a volunteer's work in counts", [person()], {
    copied: ['decisions', 'secondOpinions', 'agreed', 'disagreed'],
  }),
  invitations: hashed('codes for volunteers'),
  applications: kept('applicants and volunteers, with account and masked name', [person('personId')], {
    copied: ['state', 'right', 'appliedAtMs'],
  }),
  campaignChanges: impersonal('stays'),
  auditEntries: impersonal('stays'),
  auditBatches: impersonal('stays'),
  auditHeads: impersonal('stays'),
  auditPeople: kept('the people of a decision', [person('actorId'), person('subjectId')], {
    copied: ['atMs'],
  }),
  blocks: kept('blocked persons: outlives an erasure, which must not be the way around it', [person()], {
    erasing: ['never'],
    copied: ['atMs'],
  }),
  // The account after which the notices go on; null once all have theirs, at the latest when the erasing begins.
  closings: impersonal('stays'),
  // A proposal to block a person outlives an erasure until it is decided, for the same reason.
  reviews: kept('posts and persons that a volunteer looks at', [person('ownerId')], {
    erasing: ['with its post', 'by key'],
    spares: { kind: 'block' },
    copied: ['kind', 'state', 'appealText', 'sinceMs'],
  }),
} as const satisfies Readonly<Record<string, Kept>>;

export type KeptCollection = keyof typeof keptCollections;

/** The folders of the storage. Each file has a document in the collection, and goes with it. */
export const keptFolders = { pictures: 'pictures' } as const satisfies Readonly<
  Record<string, KeptCollection>
>;

/** The collections, with what the table says of each. */
export const keptEntries = Object.entries(keptCollections) as [KeptCollection, Kept][];

/** The collections that erasing treats by this step, in the order of the table. */
export const erasedBy = (step: ErasingStep): [KeptCollection, Kept][] =>
  keptEntries.filter(([, { erasing }]) => erasing.includes(step));
