import type { Value } from '../values/value';

/** A document's text and what was read of it. */
export interface KeptText {
  /** Canonical Extended JSON. */
  readonly text: string;
  /** Top-level fields asked for before: scalars only, undefined for missing ones. */
  fields?: Map<string, Value | undefined>;
  /** A name that no field at the top of the document has: the last one looked for in vain. */
  lacks?: string;
}

/** Documents read lately, as text by row number, so that hot ones cost no look-up; what was not asked for again goes first. */
export interface TextCache {
  get(collectionId: number, rid: number): KeptText | undefined;
  keep(collectionId: number, rid: number, text: string): KeptText;
  drop(collectionId: number, rid: number): void;
  clear(): void;
  /** Bytes held, about: two a character, and what keeping a document costs. */
  bytes(): number;
}

interface Place extends KeptText {
  readonly rid: number;
  /** Where it is found; undefined once it was dropped. */
  shard: Shard | undefined;
  /** Asked for since the hand last passed. */
  asked: boolean;
}

/** One of many small maps: a large one would make requests wait whenever it grows. */
type Shard = Map<number, Place>;

/** @param maxBytes beyond which a hand goes round the documents, oldest first, and takes those not asked for since it last came by */
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

  /** Lets go of those dropped and of what the hand has passed, once they are most of the line. */
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
/** Fewer places than this are not worth a look. */
const slack = 256;

/** The text, and about what its place and a few fields take. */
function bytesOf(text: string): number {
  return text.length * 2 + 300;
}
