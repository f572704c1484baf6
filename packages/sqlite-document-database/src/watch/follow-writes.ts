import type { Engine } from '../engine';
import { maxPendingWrites, maxWatchedCharacters, maxWatchedDocuments, maxWritesTakenBack } from '../limits';
import type { Row } from '../read/view';
import { tooManyWatched, watchedTooLarge } from '../refusals';
import { answerOf, without } from './answer';
import type { QueryEvent } from './query-event';
import type { SnapshotReader } from './snapshot-reader';
import { changesOf, failWatch, type Watch, type Write } from './watch';

/** Keeps the results of watches up to date. */
export interface WriteFollower {
  /** Hands writes to a watch, which skips those that it has already. */
  give(watch: Watch, writes: readonly Write[]): void;
  readAgain(watch: Watch): void;
  /** Follows writes from now on, after the result was read. */
  goOn(watch: Watch): void;
  read(watch: Watch): Promise<Reading>;
}

/** The result as of write `at`, and the writes in it that were not reported yet; incomplete when some are lost. */
export interface Reading {
  rows: Row[];
  writes: Write[];
  areAll: boolean;
  at: number;
}

export function createWriteFollower(engine: Engine, snapshots: SnapshotReader): WriteFollower {
  const follow = (watch: Watch, write: Write): void => {
    if (watch.state === 'ended') return;
    try {
      const events = watch.state === 'following' ? watch.live.follow(write.changes) : undefined;
      if (events) return report(watch, events, write.at);
    } catch (cause) {
      // The condition cannot be evaluated for a new document, so `get` would be refused as well.
      return failWatch(watch, cause);
    }
    watch.missed.push(write);
    if (watch.state === 'following') readAgain(watch);
  };

  const readAgain = (watch: Watch): void => {
    watch.state = 'reading';
    read(watch)
      .then((reading) => {
        if (watch.state === 'ended') return;
        takeReading(watch, reading);
        goOn(watch);
      })
      .catch((cause: unknown) => failWatch(watch, cause));
  };

  const goOn = (watch: Watch): void => {
    if (watch.state === 'ended') return;
    watch.state = 'following';
    if (watch.lost) return readAgain(watch);
    for (const write of watch.missed.splice(0)) follow(watch, write);
  };

  const read = async (watch: Watch): Promise<Reading> => {
    const { feed } = watch;
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

  return {
    give(watch, writes) {
      for (const write of writes) {
        if (write.at <= watch.taken) continue;
        watch.taken = write.at;
        if (watch.state === 'reading' && watch.missed.length >= maxPendingWrites) watch.lost = true;
        else follow(watch, write);
      }
    },
    readAgain,
    goOn,
    read,
  };
}

/** Reports one write by itself if the writes after it can be undone in the result; those are followed afterwards. */
function takeReading(watch: Watch, { rows, writes, areAll, at }: Reading): void {
  const [next, ...later] = writes;
  if (next && areAll && later.length <= maxWritesTakenBack) {
    watch.missed.unshift(...later);
    const earlier = without(rows, changesOf(later), watch.query);
    report(watch, watch.live.readAgain(earlier, next.changes), next.at);
  } else report(watch, watch.live.readAgain(rows, changesOf(writes)), at);
}

/** @param at the latest write in the result */
function report(watch: Watch, events: QueryEvent[], at: number): void {
  watch.has = at;
  if (events.length > 0) for (const watcher of watch.watchers) watcher.changed(events);
  while (watch.waiting[0] && watch.waiting[0].at <= at) watch.waiting.shift()?.resolve();
  if (watch.live.size() > maxWatchedDocuments) failWatch(watch, tooManyWatched());
  if (watch.live.characters() > maxWatchedCharacters) failWatch(watch, watchedTooLarge());
}
