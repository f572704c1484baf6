import type { Value } from '../values/value';

/** A document's text and the fields that were read from it. */
export interface KeptText {
  /** Canonical Extended JSON. */
  readonly text: string;
  /** Top-level fields asked for before: scalars only, undefined for missing ones. */
  fields?: Map<string, Value | undefined>;
  /** The last top-level name that was looked for and is missing in the document. */
  lacks?: string;
}

/** Recently read documents, as text by row number, so that hot ones cost no look-up. Documents read only once are dropped first. */
export interface TextCache {
  get(collectionId: number, rid: number): KeptText | undefined;
  keep(collectionId: number, rid: number, text: string): KeptText;
  drop(collectionId: number, rid: number): void;
  clear(): void;
  /** The approximate bytes held: two a character, and the cost of an entry. */
  bytes(): number;
}

interface Place extends KeptText {
  readonly rid: number;
  /** The row number; undefined once the entry was dropped. */
  shard: Shard | undefined;
  /** Whether it was read since the clock's hand last passed. */
  asked: boolean;
}

/** One of many small maps, because a large map blocks the thread whenever it grows. */
type Shard = Map<number, Place>;

/** @param maxBytes beyond this a clock's hand passes over the documents, oldest first, and drops those not read since its last pass */
export function textCache(maxBytes: number): TextCache {
  let collections = new Map<number, Shard[]>();
  let line: Place[] = [];
  let hand = 0;
  let held = 0;
  let bytes = 0;

  const drop = (place: Place): void => {
    if (!place.shard) return;
    place.shard.delete(place.rid);
    place.shard = undefined;
    held--;
    bytes -= bytesOf(place.text);
  };

  const makeRoom = (): void => {
    while (bytes > maxBytes) {
      const place = line[hand++] as Place;
      if (place.shard && place.asked) {
        place.asked = false;
        line.push(place);
      } else drop(place);
    }
  };

  /** Shortens the line once most of it is dropped entries, or entries that the hand has passed. */
  const closeRanks = (): void => {
    if (line.length <= 2 * held + slack) return;
    line = line.slice(hand).filter(({ shard }) => shard);
    hand = 0;
  };

  const shardOf = (collectionId: number, rid: number): Shard => {
    let shards = collections.get(collectionId);
    if (!shards)
      collections.set(collectionId, (shards = Array.from({ length: shardCount }, () => new Map())));
    return shards[rid % shardCount] as Shard;
  };

  return {
    get(collectionId, rid) {
      const place = shardOf(collectionId, rid).get(rid);
      if (place) place.asked = true;
      return place;
    },
    keep(collectionId, rid, text) {
      const shard = shardOf(collectionId, rid);
      const before = shard.get(rid);
      if (before) drop(before);
      const place: Place = { text, fields: undefined, lacks: undefined, rid, shard, asked: false };
      shard.set(rid, place);
      line.push(place);
      held++;
      bytes += bytesOf(text);
      if (bytes > maxBytes) makeRoom();
      closeRanks();
      return place;
    },
    drop(collectionId, rid) {
      const place = shardOf(collectionId, rid).get(rid);
      if (place) drop(place);
    },
    clear() {
      collections = new Map();
      line = [];
      hand = held = bytes = 0;
    },
    bytes: () => bytes,
  };
}

const shardCount = 256;
/** A shorter line than this is not worth shortening. */
const slack = 256;

/** The text's bytes, and an estimate for its entry and a few fields. */
function bytesOf(text: string): number {
  return text.length * 2 + 300;
}
