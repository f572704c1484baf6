import { randomUUID } from 'node:crypto';
import type { QueryEvent } from 'sqlite-document-database';
import type { ServerMessage, WireEvent } from './messages';
import { wireEvents } from './wire-events';

/** Keeps the events sent to one `watch()` until the client confirms them, so that a broken connection loses none. */
export interface WatchSession {
  readonly queryId: string;
  /** Sends over the connection, if there is one. */
  tell(message: ServerMessage): void;
  /** @returns the answer to `INIT_WATCH` */
  begin(events: readonly QueryEvent[]): unknown;
  /** Numbers, keeps and sends the events. */
  changed(events: readonly QueryEvent[]): void;
  /**
   * The client has received every event up to this number.
   * @returns the latest number
   */
  acknowledge(eventId: number): unknown;
  /**
   * Continues on another connection.
   * @returns the events that the client missed; undefined when they are no longer kept
   */
  resume(watchId: string, send: Send, eventId: number): unknown;
  /**
   * The connection is closed.
   * @returns false when the watch has already moved to another connection
   */
  detach(lost: Send): boolean;
}

export type Send = (message: ServerMessage) => void;

/** The most unconfirmed events that are kept. */
const maxKeptEvents = 2000;
/** The most characters in the documents of unconfirmed events. */
const maxKeptCharacters = 16 * 1024 * 1024;

export function createWatchSession(firstWatchId: string, firstSend: Send): WatchSession {
  const queryId = randomUUID();
  let watchId = firstWatchId;
  let send: Send | undefined = firstSend;
  let latest = 0;
  let kept: WireEvent[] = [];
  let keptCharacters = 0;
  /** The number before the first event that is kept. */
  let forgotten = 0;

  const forget = (eventId: number): void => {
    if (!(eventId > forgotten)) return;
    kept = kept.filter(({ ID }) => ID > eventId);
    keptCharacters = charactersOf(kept);
    forgotten = eventId;
  };

  const forgetTooMuch = (): void => {
    if (kept.length > maxKeptEvents) forget(kept[kept.length - maxKeptEvents]?.ID ?? latest);
    if (keptCharacters <= maxKeptCharacters) return;
    let later = 0;
    const first = kept.findLast((event) => (later += event.Doc.length) > maxKeptCharacters / 2);
    forget(first?.ID ?? latest);
  };

  return {
    queryId,
    tell: (message) => send?.(message),
    begin: (events) => ({ queryID: queryId, currEvent: latest, events: wireEvents(events, latest) }),
    changed(changes) {
      const events = wireEvents(changes, ++latest);
      for (const event of events) kept.push(event);
      keptCharacters += charactersOf(events);
      forgetTooMuch();
      const msgData = { queryID: queryId, currEvent: latest, events };
      send?.({ watchId, requestId: '', msgType: 'NEXT_EVENT', msgData });
    },
    acknowledge(eventId) {
      forget(Math.min(eventId, latest));
      return { queryID: queryId, currEvent: latest };
    },
    resume(nextWatchId, nextSend, eventId) {
      if (!(eventId >= forgotten && eventId <= latest)) return undefined;
      watchId = nextWatchId;
      send = nextSend;
      return { queryID: queryId, currEvent: latest, events: kept.filter(({ ID }) => ID > eventId) };
    },
    detach(lost) {
      if (send !== lost) return false;
      send = undefined;
      return true;
    },
  };
}

function charactersOf(events: readonly WireEvent[]): number {
  return events.reduce((sum, { Doc }) => sum + Doc.length, 0);
}
