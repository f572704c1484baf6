import type { WatchedQuery } from './answer';
import { liveQuery, type LiveQuery } from './live-query';
import type { QueryEvent, SeenChange } from './query-event';

/** Receives the events of a watched query, in the order of the writes, with the events of one write in one call. */
export interface Watcher {
  /** The first answer. */
  began(events: QueryEvent[]): void;
  changed(events: QueryEvent[]): void;
  /** Called when the watch has ended by itself. */
  failed(cause: unknown): void;
}

export interface Write {
  /** Its number among the writes of its collection, counted from the first watch of the collection. */
  at: number;
  changes: readonly SeenChange[];
}

/** The writes of one collection, and the watches that follow them. */
export interface Feed {
  /** The number of the latest write. */
  heard: number;
  /** The writes that wait to be handed out, and those being handed out. */
  pending: Write[];
  passing: Write[];
  /** By the text of their query. */
  watches: Map<string, Watch>;
  working: boolean;
  stop(): void;
}

/** One query with all its watchers: equal queries share one watch. */
export interface Watch {
  query: WatchedQuery;
  feed: Feed;
  live: LiveQuery;
  watchers: Set<Watcher>;
  /** Resolves when the first answer is there. */
  begun: Promise<void>;
  /** The latest write in the result, and the watchers that wait for a result with a later one. */
  has: number;
  waiting: { at: number; resolve(): void }[];
  /** The latest write that the watch received, or read. */
  taken: number;
  /** Writes that arrived while the watch was reading. */
  missed: Write[];
  state: 'reading' | 'following' | 'ended';
  /** Some writes were dropped before they reached the watch, so it must read the whole answer again. */
  lost: boolean;
}

/** Adds a watch to the feed; the caller must read its first answer. */
export function addWatch(feed: Feed, query: WatchedQuery): Watch {
  const watch: Watch = {
    query,
    feed,
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
  return watch;
}

/** Ends a watch, and its feed with the last watch. */
export function endWatch(watch: Watch): void {
  const { feed, query } = watch;
  watch.state = 'ended';
  for (const { resolve } of watch.waiting.splice(0)) resolve();
  feed.watches.delete(query.text);
  if (feed.watches.size === 0) feed.stop();
}

export function failWatch(watch: Watch, cause: unknown): void {
  if (watch.state === 'ended') return;
  endWatch(watch);
  for (const watcher of watch.watchers) watcher.failed(cause);
}

export function changesOf(writes: readonly Write[]): SeenChange[] {
  return writes.flatMap(({ changes }) => changes);
}
