import { z } from 'zod';
import { Board } from './board';
import { defineCall } from './call';
import { memberErrors } from './errors';
import { Adcode, Coordinates, Place } from './place';
import { PostId } from './post';

/** The kind of public place at which a printed code hangs. */
export const PlaceKind = z.enum(['compound', 'school', 'hospital', 'pharmacy', 'other']);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** 湘江一号小区: as people there say it, without a building or a room. */
export const PlaceName = z.string().min(2).max(30);

/** Names a place in a code: 96 bits as 16 characters. */
export const PlaceCodeId = z.string().regex(/^[\w-]{16}$/);

/** A public place that codes can be made for. Nothing reveals who named it. */
export const CodedPlace = z.strictObject({
  id: PlaceCodeId,
  kind: PlaceKind,
  name: PlaceName,
  /** 湖南省长沙市岳麓区. */
  regionLabel: z.string(),
  /** The middle of its cell, as a post of there would show it. */
  place: Place,
});
export type CodedPlace = z.infer<typeof CodedPlace>;

/** What a code leads to. */
export const ShareTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('post'), id: PostId }),
  z.strictObject({ kind: z.literal('place'), id: PlaceCodeId }),
]);
export type ShareTarget = z.infer<typeof ShareTarget>;

/** What `wxacode.getUnlimited` takes: at most 32 visible characters. */
export const Scene = z.string().regex(/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/);

/** Names a public place, so that codes can be made for it. The same place with the same name is stored once. */
export const namePlace = defineCall({
  input: z.strictObject({ kind: PlaceKind, name: PlaceName, place: Place }),
  output: CodedPlace,
  errors: [...memberErrors, 'place-name-refused', 'region-unknown'],
  who: ['member'],
});

/** Draws the mini-program code of a post that is open, or of a named place. */
export const code = defineCall({
  input: z.strictObject({ target: ShareTarget }),
  output: z.strictObject({
    scene: Scene,
    /** A PNG in base64. */
    picture: z.string().min(1),
  }),
  errors: [...memberErrors, 'not-found', 'post-closed', 'code-unavailable'],
  who: ['member'],
});

/** What a link leads to: as a code, or a board of a region. */
export const LinkTarget = z.discriminatedUnion('kind', [
  ...ShareTarget.options,
  z.strictObject({ kind: z.literal('board'), board: Board, adcode: Adcode }),
]);
export type LinkTarget = z.infer<typeof LinkTarget>;

/** A link that opens the mini-program from outside of WeChat, from an SMS or from Weibo. */
export const link = defineCall({
  input: z.strictObject({ target: LinkTarget }),
  output: z.strictObject({ url: z.string().min(1), endsAtMs: z.int() }),
  errors: ['not-found', 'post-closed', 'region-unknown', 'link-unavailable'],
  who: ['guest'],
});

/** What a scanned code leads to. A place comes with all that its boards need. */
export const open = defineCall({
  input: z.strictObject({ scene: z.string().max(100) }),
  output: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('post'), id: PostId }),
    z.strictObject({ kind: z.literal('place'), place: CodedPlace }),
  ]),
  errors: ['code-unreadable', 'not-found'],
  who: ['guest'],
});

/** The content of a post that has ended, enough to look for similar ones around its place. */
export const endedPost = defineCall({
  input: z.strictObject({ id: PostId }),
  output: z.strictObject({
    board: Board,
    /** Catalogue codes. */
    items: z.array(z.string()),
    regionLabel: z.string(),
    place: z.strictObject({ point: Coordinates, adcode: Adcode }),
  }),
  errors: ['not-found'],
  who: ['guest'],
});

export const shareCalls = { namePlace, code, link, open, endedPost };
