import type { Engine } from '../engine';
import {
  MAX_PENDING_WRITES,
  MAX_WATCHED_CHARACTERS,
  MAX_WATCHED_DOCUMENTS,
  MAX_WRITES_TAKEN_BACK,
} from '../limits';
import { turns } from '../read/turns';
import type { Row } from '../read/view';
import { tooManyWatched, watchedTooLarge } from '../refusals';
import type { Collection } from '../storage/catalogue';
import type { DocumentChange } from '../write/journal';
import { answerOf, without, type WatchedQuery } from './answer';
import { liveQuery, type LiveQuery, type QueryEvent, type SeenChange } from './live-query';
import type { SnapshotReader } from './snapshot-reader';

/** Who watches a query. What is told comes in the order of the writes, each write's events together. */
export interface Watcher {
  /** The first answer. */
  began(events: QueryEvent[]): void;
  changed(events: QueryEvent[]): void;
  /** The watch has ended by itself. */
  failed(cause: unknown): void;
}

/** Queries whose answers are followed. */
export interface WatchedQueries {
  /** Resolves after `began`, with what ends the watch. @throws PlatformError as the query itself would */
  watch(query: WatchedQuery, watcher: Watcher): Promise<() => void>;
  /** Ends all. */
  close(): void;
}

interface Write {
  /** Its place among the writes of its collection that were heard of. */
  at: number;
  changes: readonly SeenChange[];
}

/** The writes of one collection. */
interface Feed {
  heard: number;
  /** Those not looked at yet, and those being looked at. */
  pending: Write[];
  passing: Write[];
  /** By what they ask. */
  watches: Map<string, Watch>;
  working: boolean;
  stop(): void;
}

/** One question, and all who ask it. */
interface Watch {
  query: WatchedQuery;
  live: LiveQuery;
  watchers: Set<Watcher>;
  /** Resolves when the first answer is there. */
  begun: Promise<void>;
  /** The latest write that the answer has in it, and who waits for later ones. */
  has: number;
  waiting: { at: number; resolve: () => void }[];
  /** The latest write that it was given, or read. */
  taken: number;
  /** Writes that were given to it while it reads. */
  missed: Write[];
  state: 'reading' | 'following' | 'ended';
  /** Some writes it will never be told of: only reading again helps. */
  lost: boolean;
}

/**
 * Watches queries by what writes tell of themselves. A watch begins with a snapshot between two commits, so that it hears of
 * every later write once. Looking at writes happens between requests and never holds a commit back: whoever falls far
 * behind reads again and is told the difference.
 */
export function watchedQueries(engine: Engine, snapshots: SnapshotReader): WatchedQueries {
  const feeds = new Map<number, Feed>();

  const feedOf = (collection: Collection): Feed => {
    const known = feeds.get(collection.id);
    if (known) return known;
    const stop = engine.target.journal.follow(collection, (changes) => hear(feed, changes));
    const feed: Feed = { heard: 0, pending: [], passing: [], watches: new Map(), working: false, stop };
    feeds.set(collection.id, feed);
    return feed;
  };

  const hear = (feed: Feed, changes: readonly DocumentChange[] | 'lost'): void => {
    feed.heard++;
    if (changes === 'lost' || feed.pending.length >= MAX_PENDING_WRITES) {
      feed.pending = [];
      for (const watch of feed.watches.values()) watch.lost = true;
    } else feed.pending.push({ at: feed.heard, changes: changes.map(asRows) });
    if (feed.working) return;
    feed.working = true;
    setImmediate(() => void work(feed));
  };

  const work = async (feed: Feed): Promise<void> => {
    const pause = turns();
    while (feed.pending.length > 0 || [...feed.watches.values()].some(isBehind)) {
      feed.passing = feed.pending;
      feed.pending = [];
      for (const watch of feed.watches.values()) {
        if (isBehind(watch)) readAgain(watch, feed);
        else give(watch, feed, feed.passing);
        const turn = pause();
        if (turn) await turn;
      }
    }
    feed.passing = [];
    feed.working = false;
  };

  const give = (watch: Watch, feed: Feed, writes: readonly Write[]): void => {
    for (const write of writes) {
      if (write.at <= watch.taken) continue;
      watch.taken = write.at;
      if (watch.state === 'reading' && watch.missed.length >= MAX_PENDING_WRITES) watch.lost = true;
      else follow(watch, feed, write);
    }
  };

  const follow = (watch: Watch, feed: Feed, write: Write): void => {
    if (watch.state === 'ended') return;
    try {
      const events = watch.state === 'following' ? watch.live.follow(write.changes) : undefined;
      if (events) return tell(watch, feed, events, write.at);
    } catch (cause) {
      // The condition cannot be answered of a new document: `get` would be refused as well.
      return fail(watch, feed, cause);
    }
    watch.missed.push(write);
    if (watch.state === 'following') readAgain(watch, feed);
  };

  /** @param at the write with which the answer is so */
  const tell = (watch: Watch, feed: Feed, events: QueryEvent[], at: number): void => {
    watch.has = at;
    if (events.length > 0) for (const watcher of watch.watchers) watcher.changed(events);
    while (watch.waiting[0] && watch.waiting[0].at <= at) watch.waiting.shift()?.resolve();
    if (watch.live.size() > MAX_WATCHED_DOCUMENTS) fail(watch, feed, tooManyWatched());
    if (watch.live.characters() > MAX_WATCHED_CHARACTERS) fail(watch, feed, watchedTooLarge());
  };

  const readAgain = (watch: Watch, feed: Feed): void => {
    watch.state = 'reading';
    read(watch, feed)
      .then(({ rows, writes, areAll, at }) => {
        if (watch.state === 'ended') return;
        const [next, ...later] = writes;
        if (next && areAll && later.length <= MAX_WRITES_TAKEN_BACK) {
          // The first by itself; the others are followed as if they came only now.
          watch.missed.unshift(...later);
          tell(
            watch,
            feed,
            watch.live.readAgain(without(rows, changesOf(later), watch.query), next.changes),
            next.at,
          );
        } else tell(watch, feed, watch.live.readAgain(rows, changesOf(writes)), at);
        goOn(watch, feed);
      })
      .catch((cause: unknown) => fail(watch, feed, cause));
  };

  const goOn = (watch: Watch, feed: Feed): void => {
    if (watch.state === 'ended') return;
    watch.state = 'following';
    if (watch.lost) return readAgain(watch, feed);
    for (const write of watch.missed.splice(0)) follow(watch, feed, write);
  };

  /** The answer as of write `at`, and the writes in it that were not told yet; not all of them when some are lost. */
  const read = async (
    watch: Watch,
    feed: Feed,
  ): Promise<{ rows: Row[]; writes: Write[]; areAll: boolean; at: number }> => {
    let writes: Write[] = [];
    let areAll = true;
    let at = 0;
    const moment = (): void => {
      const heard = [...feed.passing, ...feed.pending].filter((write) => write.at > watch.taken);
      writes = [...watch.missed, ...heard];
      areAll = !watch.lost;
      at = feed.heard;
      Object.assign(watch, { taken: feed.heard, missed: [], lost: false });
    };
    const rows = await snapshots.read(moment, (sql) =>
      answerOf(engine, sql, watch.query, changesOf(writes).length),
    );
    return { rows, writes, areAll, at };
  };

  const end = (watch: Watch, feed: Feed): void => {
    watch.state = 'ended';
    for (const { resolve } of watch.waiting.splice(0)) resolve();
    feed.watches.delete(watch.query.text);
    if (feed.watches.size > 0 || feeds.get(watch.query.collection.id) !== feed) return;
    feed.stop();
    feeds.delete(watch.query.collection.id);
  };

  const fail = (watch: Watch, feed: Feed, cause: unknown): void => {
    if (watch.state === 'ended') return;
    end(watch, feed);
    for (const watcher of watch.watchers) watcher.failed(cause);
  };

  const begin = (query: WatchedQuery, feed: Feed): Watch => {
    const watch: Watch = {
      query,
      live: liveQuery(query),
      watchers: new Set(),
      begun: Promise.resolve(),
      has: 0,
      waiting: [],
      taken: 0,
      missed: [],
      state: 'reading',
      lost: false,
    };
    feed.watches.set(query.text, watch);
    watch.begun = read(watch, feed).then(({ rows, at }) => {
      if (rows.length > MAX_WATCHED_DOCUMENTS && query.limit === undefined) throw tooManyWatched();
      watch.live.begin(rows);
      if (watch.live.characters() > MAX_WATCHED_CHARACTERS) throw watchedTooLarge();
      watch.has = at;
    });
    watch.begun.then(
      () => goOn(watch, feed),
      () => end(watch, feed),
    );
    return watch;
  };

  /** Whoever begins sees at least what was acknowledged before. */
  const upToDate = async (watch: Watch, feed: Feed): Promise<void> => {
    await engine.queue.settled()?.catch(() => undefined);
    const at = feed.heard;
    if (watch.has < at && watch.state !== 'ended')
      await new Promise<void>((resolve) => watch.waiting.push({ at, resolve }));
  };

  const watchFor = async (query: WatchedQuery, watcher: Watcher): Promise<() => void> => {
    const feed = feedOf(query.collection);
    const watch = feed.watches.get(query.text) ?? begin(query, feed);
    await watch.begun;
    await upToDate(watch, feed);
    // The last of the others has left meanwhile, or it failed.
    if (watch.state === 'ended') return watchFor(query, watcher);
    watcher.began(watch.live.now());
    watch.watchers.add(watcher);
    return () => {
      watch.watchers.delete(watcher);
      if (watch.watchers.size === 0 && watch.state !== 'ended') end(watch, feed);
    };
  };

  return {
    watch: watchFor,
    close() {
      for (const feed of feeds.values()) for (const watch of feed.watches.values()) end(watch, feed);
    },
  };
}

const isBehind = ({ lost, state }: Watch): boolean => lost && state === 'following';

/** The documents parsed once for all who watch. */
function asRows({ before, after, ...change }: DocumentChange): SeenChange {
  const row = (text: string | undefined): Row | undefined =>
    text === undefined ? undefined : { rid: -1, text };
  return { ...change, before: row(before), after: row(after) };
}

function changesOf(writes: readonly Write[]): SeenChange[] {
  return writes.flatMap(({ changes }) => changes);
}
