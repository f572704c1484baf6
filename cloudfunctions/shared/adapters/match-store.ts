import { z } from 'zod';
import { PersonDocument, PostDocument } from '../contract/documents';
import { AlertDocument, CursorDocument, RoundDocument } from '../contract/matching-documents';
import type { Coordinates } from '../contract/place';
import type { Candidate } from '../domain/matching';
import { command, database, geoPoint } from './database';
import { inParts } from './in-parts';
import { isConflict } from './ordered-writes';
import { accepted, documentOrNull, documents, idsOf, readable, rows } from './stored';

/** Candidates of a ring that are looked at; the vulnerable come first among as many as these. */
const candidateLimit = 200;

interface Nearby {
  point: Coordinates;
  codes: readonly string[];
  untilMeters: number;
  nowMs: number;
}

const NeedRow = PostDocument.pick({ _id: true, ownerId: true, priority: true, publishedAtMs: true }).extend({
  meters: z.number(),
});
const AlertRow = AlertDocument.pick({ _id: true, ownerId: true, untilMs: true }).extend({
  meters: z.number(),
});

/** The nearest open needs with one of these items. */
export async function needsNearby(nearby: Nearby): Promise<Candidate[]> {
  const found = await nearest('posts', 'searchPoint', nearby, {
    board: 'need',
    status: 'published',
    itemCodes: command.in([...nearby.codes]),
    expiresAtMs: command.gt(nearby.nowMs),
  });
  return found.flatMap((row) => {
    const need = readable(NeedRow.strip(), row);
    return need ? [{ ...need, id: need._id, kind: 'need' as const, sinceMs: need.publishedAtMs }] : [];
  });
}

/**
 * The nearest alerts of a board for one of these items. Those of one cell are equally far, so their order is that of their age.
 * @param lifeMs from setting an alert to its end
 */
export async function alertsNearby(
  board: 'need' | 'spare',
  nearby: Nearby,
  lifeMs: number,
): Promise<Candidate[]> {
  const found = await nearest('alerts', 'publicPoint', nearby, {
    board,
    itemCodes: command.in([...nearby.codes]),
    untilMs: command.gt(nearby.nowMs),
  });
  return found.flatMap((row) => {
    const alert = readable(AlertRow.strip(), row);
    if (!alert) return [];
    const { _id: id, ownerId, meters, untilMs } = alert;
    return [{ id, ownerId, meters, kind: 'alert' as const, priority: 0 as const, sinceMs: untilMs - lifeMs }];
  });
}

/** The nearest documents by the point under `key`, which an index must hold. */
async function nearest(
  name: string,
  key: string,
  { point, untilMeters }: Nearby,
  query: object,
): Promise<unknown[]> {
  const answer = await database
    .collection(name)
    .aggregate()
    .geoNear({
      near: geoPoint(point),
      spherical: true,
      key,
      distanceField: 'meters',
      maxDistance: untilMeters,
      query,
    })
    .limit(candidateLimit)
    .project({ ownerId: 1, priority: 1, publishedAtMs: 1, untilMs: 1, meters: 1 })
    .end();
  return rows(answer);
}

/** Which of these contacts were ever made. */
export async function madeGrants(ids: readonly string[]): Promise<Set<string>> {
  return new Set(await inParts(ids, async (part) => idsOf(await withIds('grants', part))));
}

/** The people who may be notified at all, with the times of their last matches. */
export async function notifiedAt(personIds: readonly string[]): Promise<Map<string, readonly number[]>> {
  const persons = await inParts(personIds, async (ids) =>
    documents(PersonDocument, await withIds('persons', ids)),
  );
  const present = persons.filter(
    ({ isErasing, erasedAtMs, blockedAtMs }) => !isErasing && erasedAtMs === null && blockedAtMs === null,
  );
  return new Map(present.map(({ _id, matchedAtMs }) => [_id, matchedAtMs]));
}

const withIds = (name: string, ids: string[]): Promise<object> =>
  database
    .collection(name)
    .where({ _id: command.in(ids) })
    .limit(ids.length)
    .get();

/** Posts that came on a board after a moment, the first first. */
export async function publishedAfter(momentMs: number, limit: number): Promise<PostDocument[]> {
  const answer = await database
    .collection('posts')
    .where({ status: 'published', publishedAtMs: command.gt(momentMs) })
    .orderBy('publishedAtMs', 'asc')
    .limit(limit)
    .get();
  return documents(PostDocument, answer);
}

/** Begins a round, unless the post has one; a second call finds it. */
export async function beginRound({ _id, board }: PostDocument, nowMs: number): Promise<void> {
  const round: RoundDocument = {
    _id,
    board,
    ring: 0,
    left: null,
    hasTold: false,
    nextAtMs: nowMs,
    startedAtMs: nowMs,
    revision: 0,
  };
  try {
    const answer: object = await database.collection('rounds').add(round);
    accepted(answer);
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
}

/** Which of these posts have a round. */
export async function withRound(postIds: readonly string[]): Promise<Set<string>> {
  if (postIds.length === 0) return new Set();
  const answer = await database
    .collection('rounds')
    .where({ _id: command.in([...postIds]) })
    .limit(postIds.length)
    .field({ _id: true })
    .get();
  return new Set(idsOf(answer));
}

/** Rounds that are to go on, the longest due first. */
export async function dueRounds(nowMs: number, limit: number): Promise<RoundDocument[]> {
  const answer = await database
    .collection('rounds')
    .where({ nextAtMs: command.gt(0).and(command.lte(nowMs)) })
    .orderBy('nextAtMs', 'asc')
    .limit(limit)
    .get();
  return documents(RoundDocument, answer);
}

/** Removes rounds that began before a moment; no post lives longer than that. */
export async function removeRoundsBefore(momentMs: number): Promise<number> {
  const answer = await database
    .collection('rounds')
    .where({ startedAtMs: command.lt(momentMs) })
    .remove();
  return accepted(answer).deleted ?? 0;
}

/** How far a timer has read; null before its first run. */
export async function readCursor(id: string): Promise<number | null> {
  return documentOrNull(CursorDocument, await database.collection('cursors').doc(id).get())?.afterMs ?? null;
}

export async function saveCursor(id: string, afterMs: number): Promise<void> {
  accepted(await database.collection('cursors').doc(id).set({ afterMs, revision: 0 }));
}

/** A person's alerts that are not over, in the order of their end. */
export async function alertsOf(ownerId: string, nowMs: number): Promise<AlertDocument[]> {
  const answer = await database
    .collection('alerts')
    .where({ ownerId, untilMs: command.gt(nowMs) })
    .orderBy('untilMs', 'desc')
    .limit(100)
    .get();
  return documents(AlertDocument, answer);
}

/** Removes alerts that are over; answers how many. */
export async function removeAlertsBefore(momentMs: number): Promise<number> {
  const answer = await database
    .collection('alerts')
    .where({ untilMs: command.lt(momentMs) })
    .remove();
  return accepted(answer).deleted ?? 0;
}
