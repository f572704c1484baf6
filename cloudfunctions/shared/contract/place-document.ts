import { z } from 'zod';
import { Adcode, Point } from './place';
import { CodedPlace } from './share-calls';

/** Collection `places`: public places that codes are made for. Nothing says who named them. */
export const PlaceDocument = z.strictObject({
  _id: CodedPlace.shape.id,
  kind: CodedPlace.shape.kind,
  name: CodedPlace.shape.name,
  adcode: Adcode,
  regionLabel: z.string(),
  /** The middle of its cell. */
  publicPoint: Point,
  namedAtMs: z.int(),
});
export type PlaceDocument = z.infer<typeof PlaceDocument>;
