import { randomInt } from 'node:crypto';
import { CountsDocument, GaugeDocument, ShownDayDocument } from '../contract/counts-documents';
import { countsId, type CountedIn } from '../contract/counted';
import { command, database } from './database';
import { isConflict } from './ordered-writes';
import { accepted, documentOrNull, documents } from './stored';

const counts = () => database.collection('counts');

/**
 * An hour or a day is spread over so many documents, and an instance always writes the same of them: a batch each half minute from 300
 * instances is two or three writes a second on each.
 */
const shards = 4;
const shard = randomInt(shards);

/** Adds a batch to the counts of an hour or a day. */
export async function addCounts(where: CountedIn, added: ReadonlyMap<string, number>): Promise<void> {
  const id = countsId(where, shard);
  if ((await increase(id, added)) || (await begin(id, where, added))) return;
  await increase(id, added);
}

/** All counts of a kind since a moment: hours of the environment, or days of provinces. */
export async function countsSince(kind: CountedIn['kind'], sinceMs: number): Promise<CountsDocument[]> {
  const found: CountsDocument[] = [];
  for (;;) {
    const answer = await counts()
      .where({ kind, atMs: command.gte(sinceMs) })
      .orderBy('atMs', 'asc')
      .skip(found.length)
      .limit(pageSize)
      .get();
    const page = documents(CountsDocument, answer);
    found.push(...page);
    if (page.length < pageSize) return found;
  }
}

const pageSize = 500;

/** The provinces' counts of one day. */
export async function countsOfDay(atMs: number): Promise<CountsDocument[]> {
  const answer = await counts().where({ kind: 'day', atMs }).limit(1000).get();
  return documents(CountsDocument, answer);
}

export async function shownDay(id: string): Promise<ShownDayDocument | null> {
  return documentOrNull(ShownDayDocument, await counts().doc(id).get());
}

/** Days as they are shown; those that are not released are absent. */
export async function shownDaysById(ids: readonly string[]): Promise<ShownDayDocument[]> {
  const answer = await counts()
    .where({ _id: command.in([...ids]) })
    .limit(ids.length)
    .get();
  return documents(ShownDayDocument, answer);
}

/** Stores a day as it is shown. Of two runs at the same time the first one's is kept. */
export async function addShownDay(day: ShownDayDocument): Promise<void> {
  try {
    const answer: object = await counts().add(day);
    accepted(answer);
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
}

/** Keeps a state as it is now. */
export async function setGauge(name: string, values: Record<string, number>, atMs: number): Promise<void> {
  accepted(await counts().doc(`gauge-${name}`).set({ kind: 'gauge', atMs, values }));
}

/** Null for a state that was never looked at. */
export async function readGauge(name: string): Promise<Record<string, number> | null> {
  return documentOrNull(GaugeDocument, await counts().doc(`gauge-${name}`).get())?.values ?? null;
}

/** Removes counts of hours and days from before a moment; what is shown stays. Answers how many documents. */
export async function removeCountsBefore(momentMs: number): Promise<number> {
  let removed = 0;
  for (const kind of ['hour', 'day'])
    removed +=
      accepted(
        await counts()
          .where({ kind, atMs: command.lt(momentMs) })
          .remove(),
      ).deleted ?? 0;
  return removed;
}

async function increase(id: string, added: ReadonlyMap<string, number>): Promise<boolean> {
  const answer = await counts()
    .where({ _id: id })
    .update(Object.fromEntries([...added].map(([key, by]) => [`counts.${key}`, command.inc(by)])));
  return accepted(answer).updated === 1;
}

async function begin(id: string, where: CountedIn, added: ReadonlyMap<string, number>): Promise<boolean> {
  try {
    const answer: object = await counts().add({ _id: id, ...where, counts: Object.fromEntries(added) });
    accepted(answer);
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}
