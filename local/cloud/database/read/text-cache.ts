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
  /** Its page and where in it; undefined once it was dropped. */
  page: Page | undefined;
  readonly slot: number;
  /** Asked for since the hand last passed. */
  asked: boolean;
}

/** Neighbouring row numbers share a page, which costs less than an entry of a large map each, and never a pause while one grows. */
type Page = (Place | undefined)[];

/** @param maxBytes beyond which a hand goes round the documents, oldest first, and takes those not asked for since it last came by */
export function textCache(maxBytes: number): TextCache {
  let pages = new Map<number, Page>();
  let line: Place[] = [];
  let hand = 0;
  let bytes = 0;

  const drop = (place: Place): void => {
    if (!place.page) return;
    place.page[place.slot] = undefined;
    place.page = undefined;
    bytes -= bytesOf(place.text);
  };

  const makeRoom = (): void => {
    while (bytes > maxBytes) {
      const place = line[hand++] as Place;
      if (place.page && place.asked) {
        place.asked = false;
        line.push(place);
      } else drop(place);
    }
    if (hand * 2 > line.length + PAGE) {
      line = line.slice(hand);
      hand = 0;
    }
  };

  return {
    get(collectionId, rid) {
      const place = pages.get(pageOf(collectionId, rid))?.[rid % PAGE];
      if (place) place.asked = true;
      return place;
    },
    keep(collectionId, rid, text) {
      const name = pageOf(collectionId, rid);
      let page = pages.get(name);
      if (!page) pages.set(name, (page = new Array<Place | undefined>(PAGE).fill(undefined)));
      const slot = rid % PAGE;
      const before = page[slot];
      if (before) drop(before);
      const place: Place = { text, fields: undefined, lacks: undefined, page, slot, asked: false };
      page[slot] = place;
      line.push(place);
      bytes += bytesOf(text);
      if (bytes > maxBytes) makeRoom();
      return place;
    },
    drop(collectionId, rid) {
      const place = pages.get(pageOf(collectionId, rid))?.[rid % PAGE];
      if (place) drop(place);
    },
    clear() {
      pages = new Map();
      line = [];
      hand = bytes = 0;
    },
    bytes: () => bytes,
  };
}

const PAGE = 256;

/** Row numbers stay below 2^40, collections below 2^12. */
function pageOf(collectionId: number, rid: number): number {
  return collectionId * 2 ** 40 + Math.floor(rid / PAGE);
}

/** The text, and about what its place and a few fields take. */
function bytesOf(text: string): number {
  return text.length * 2 + 300;
}
