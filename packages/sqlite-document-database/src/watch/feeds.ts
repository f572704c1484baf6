import { maxPendingWrites } from '../limits';
import { turns } from '../read/turns';
import type { Collection } from '../storage/catalogue';
import type { DocumentChange, Journal } from '../write/journal';
import { seenChange } from './query-event';
import type { Feed, Watch, Write } from './watch';

/** The feeds of all watched collections. */
export interface Feeds {
  /** The feed of a collection; the first call starts it. */
  of(collection: Collection): Feed;
  all(): Feed[];
}

/** Hands the journal's reports to the watches, between requests, so that no commit waits for it. */
export function createFeeds(
  journal: Journal,
  deliver: { give(watch: Watch, writes: readonly Write[]): void; readAgain(watch: Watch): void },
): Feeds {
  const feeds = new Map<number, Feed>();

  const hear = (feed: Feed, changes: readonly DocumentChange[] | 'lost'): void => {
    feed.heard++;
    if (changes === 'lost' || feed.pending.length >= maxPendingWrites) {
      feed.pending = [];
      for (const watch of feed.watches.values()) watch.lost = true;
    } else feed.pending.push({ at: feed.heard, changes: changes.map(seenChange) });
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
        if (isBehind(watch)) deliver.readAgain(watch);
        else deliver.give(watch, feed.passing);
        const turn = pause();
        if (turn) await turn;
      }
    }
    feed.passing = [];
    feed.working = false;
  };

  const start = (collection: Collection): Feed => {
    const unfollow = journal.follow(collection, (changes) => hear(feed, changes));
    const feed: Feed = {
      heard: 0,
      pending: [],
      passing: [],
      watches: new Map(),
      working: false,
      stop() {
        // A feed that was stopped before may have a successor by now.
        if (feeds.get(collection.id) !== feed) return;
        unfollow();
        feeds.delete(collection.id);
      },
    };
    feeds.set(collection.id, feed);
    return feed;
  };

  return {
    of: (collection) => feeds.get(collection.id) ?? start(collection),
    all: () => [...feeds.values()],
  };
}

const isBehind = ({ lost, state }: Watch): boolean => lost && state === 'following';
