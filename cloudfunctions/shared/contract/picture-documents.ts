import { z } from 'zod';
import { HexId } from './ids';
import { PostId } from './post';

/** The folder of the storage that holds every picture. */
export const pictureFolder = 'pictures';

/** WeChat's check of a post's photo. */
export const PhotoCheck = z.strictObject({
  postId: PostId,
  /** WeChat's name for the check that is under way; null while none is. */
  traceId: z.string().max(100).nullable(),
  tries: z.int(),
  /** When a timer asks WeChat (again); null once the check is over. */
  dueAtMs: z.int().nullable(),
});
export type PhotoCheck = z.infer<typeof PhotoCheck>;

/** Collection `pictures`: a picture of a document or a box that is, or may be, in the storage; `_id` is in its file's name. */
export const PictureDocument = z.strictObject({
  _id: HexId,
  /** The account that it was placed for; '' once the account has let go of it. */
  account: z.string().max(128),
  fileId: z.string().max(300),
  /** When it is deleted; null while a document or a post holds it. */
  dueAtMs: z.int().nullable(),
  /** Until then an upload under its name may still arrive. */
  keptUntilMs: z.int(),
  /** Null for what is no photo of a post. */
  check: PhotoCheck.nullable().default(null),
  revision: z.int(),
});
export type PictureDocument = z.infer<typeof PictureDocument>;
