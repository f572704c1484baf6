import { SketchDocument, TallyDocument } from '../contract/moderation-documents';
import { likeFrom, likeness } from '../domain/text-sketch';
import { command, database } from './database';
import { accepted, documentOrNull, documents } from './stored';

const dayMs = 24 * 3_600_000;
/** A new text is compared with the texts of this last while. */
const comparedMs = 2 * dayMs;
const keptEntries = 30;
const keptPeople = 100;

/** A text to compare: its sketch, the ids of its bands' documents, and its author as a keyed hash. */
export interface ComparedText {
  sketch: readonly number[];
  bandIds: readonly string[];
  by: string;
}

/** How many other people wrote nearly the same text lately. One database operation. */
export async function peopleWithLikeText(
  { sketch, bandIds, by }: ComparedText,
  nowMs: number,
): Promise<number> {
  if (bandIds.length === 0) return 0;
  const answer = await database
    .collection('sketches')
    .where({ _id: command.in([...bandIds]) })
    .limit(bandIds.length)
    .get();
  const entries = documents(SketchDocument, answer).flatMap((band) => band.entries);
  const like = entries.filter(
    (entry) =>
      entry.by !== by && entry.atMs > nowMs - comparedMs && likeness(entry.sketch, sketch) >= likeFrom,
  );
  return new Set(like.map((entry) => entry.by)).size;
}

/** Remembers a text for the comparison with later ones. A band that is full of recent texts needs no further one. */
export async function rememberText({ sketch, bandIds, by }: ComparedText, nowMs: number): Promise<void> {
  for (const id of bandIds)
    await keep('sketches', SketchDocument, id, (band) => {
      const recent = (band?.entries ?? []).filter(({ atMs }) => atMs > nowMs - comparedMs);
      const others = recent.filter((entry) => entry.by !== by);
      if (others.length >= keptEntries) return null;
      return { entries: [...others, { by, sketch: [...sketch], atMs: nowMs }], atMs: nowMs };
    });
}

/** The people who published on a board in a cell today, this person left out. */
export interface AtPlace {
  people: number;
  courses: number;
}

export async function othersAt(tallyId: string, person: string): Promise<AtPlace> {
  const answer = await database.collection('tallies').where({ _id: tallyId }).limit(1).get();
  const { people = [], courses = [] } = documentOrNull(TallyDocument, answer) ?? {};
  const others = people.flatMap((each, at) => (each === person ? [] : [courses[at] ?? 0]));
  return { people: others.length, courses: others.reduce((sum, each) => sum + each, 0) };
}

/** Counts a person once, with the most that they offered in one post: a form that is sent again adds nothing. */
export async function rememberPlace(
  tallyId: string,
  person: string,
  offered: number,
  nowMs: number,
): Promise<void> {
  await keep('tallies', TallyDocument, tallyId, (tally) => {
    const people = tally?.people ?? [];
    const found = people.indexOf(person);
    const at = found < 0 ? people.length : found;
    if (at >= keptPeople) return null;
    const courses = people.map((_person, index) => tally?.courses[index] ?? 0);
    if (found >= 0 && (courses[at] ?? 0) >= offered) return null;
    courses[at] = offered;
    return { people: found < 0 ? [...people, person] : people, courses, atMs: nowMs };
  });
}

/** Removes documents that are too old to compare with; answers how many. */
export async function forgetLikeness(nowMs: number): Promise<number> {
  let forgotten = 0;
  for (const name of ['sketches', 'tallies']) {
    const answer = await database
      .collection(name)
      .where({ atMs: command.lt(nowMs - comparedMs) })
      .remove();
    forgotten += accepted(answer).deleted ?? 0;
  }
  return forgotten;
}

interface Kept {
  revision: number;
}

/**
 * Creates a document, or changes it if it is still as it was read. The later of two writers is not counted. These
 * numbers may be a little low, because waiting for a document that many calls write would cost more.
 */
async function keep<T extends Kept>(
  name: string,
  schema: { parse(value: unknown): T },
  id: string,
  change: (before: T | null) => object | null,
): Promise<void> {
  const collection = database.collection(name);
  const before = documentOrNull(schema, await collection.where({ _id: id }).limit(1).get());
  const fields = change(before);
  if (!fields) return;
  if (before)
    accepted(
      await collection
        .where({ _id: id, revision: before.revision })
        .update({ ...fields, revision: before.revision + 1 }),
    );
  else await collection.add({ _id: id, ...fields, revision: 0 }).catch(() => undefined);
}
