import type { Engine } from '../engine';
import { maxWatchedCharacters, maxWatchedDocuments } from '../limits';
import { tooManyWatched, watchedTooLarge } from '../refusals';
import type { WatchedQuery } from './answer';
import { createFeeds } from './feeds';
import { createWriteFollower, type WriteFollower } from './follow-writes';
import type { SnapshotReader } from './snapshot-reader';
import { addWatch, endWatch, type Feed, type Watch, type Watcher } from './watch';

/** Queries whose results are watched. */
export interface WatchedQueries {
  /**
   * Resolves after `began`, with a function that ends the watch.
   * @throws PlatformError as the query itself would
   */
  watch(query: WatchedQuery, watcher: Watcher): Promise<() => void>;
  /** Ends all watches. */
  close(): void;
}

/**
 * Watches queries by the changes that writes note in the journal. A watch begins with a snapshot between two commits, so
 * that it receives every later write once. A watch that falls far behind reads its answer again and reports the difference.
 */
export function watchedQueries(engine: Engine, snapshots: SnapshotReader): WatchedQueries {
  const follower = createWriteFollower(engine, snapshots);
  const feeds = createFeeds(engine.target.journal, follower);

  /** A new watcher must see at least the writes that were acknowledged before it came. */
  const upToDate = async (watch: Watch): Promise<void> => {
    await engine.queue.settled()?.catch(() => undefined);
    const at = watch.feed.heard;
    if (watch.has < at && watch.state !== 'ended')
      await new Promise<void>((resolve) => watch.waiting.push({ at, resolve }));
  };

  const watchFor = async (query: WatchedQuery, watcher: Watcher): Promise<() => void> => {
    const feed = feeds.of(query.collection);
    const watch = feed.watches.get(query.text) ?? begin(follower, query, feed);
    await watch.begun;
    await upToDate(watch);
    // Meanwhile the last of the other watchers has left, or the watch has failed.
    if (watch.state === 'ended') return watchFor(query, watcher);
    watcher.began(watch.live.now());
    watch.watchers.add(watcher);
    return () => {
      watch.watchers.delete(watcher);
      if (watch.watchers.size === 0 && watch.state !== 'ended') endWatch(watch);
    };
  };

  return {
    watch: watchFor,
    close() {
      for (const feed of feeds.all()) for (const watch of feed.watches.values()) endWatch(watch);
    },
  };
}

function begin(follower: WriteFollower, query: WatchedQuery, feed: Feed): Watch {
  const watch = addWatch(feed, query);
  watch.begun = follower.read(watch).then(({ rows, at }) => {
    if (rows.length > maxWatchedDocuments && query.limit === undefined) throw tooManyWatched();
    watch.live.begin(rows);
    if (watch.live.characters() > maxWatchedCharacters) throw watchedTooLarge();
    watch.has = at;
  });
  watch.begun.then(
    () => follower.goOn(watch),
    () => endWatch(watch),
  );
  return watch;
}
