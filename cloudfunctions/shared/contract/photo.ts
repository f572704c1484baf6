import { z } from 'zod';
import { HexId } from './ids';

/** Most photos of a post: the box from the front, and the print with the expiry date. */
export const mostPhotos = 2;

/**
 * A photo of a box as its post keeps it; `id` is the picture's. unchecked: WeChat has not judged it, so only the owner sees it ·
 * shown · doubtful: a volunteer decides · refused: the picture is deleted.
 */
export const PostPhoto = z.strictObject({
  id: HexId,
  state: z.enum(['unchecked', 'shown', 'doubtful', 'refused']),
});
export type PostPhoto = z.infer<typeof PostPhoto>;

/** A photo as a viewer sees it. Only the owner's answers hold any but `shown` ones; the address of a refused one is empty. */
export const ShownPhoto = z.strictObject({
  url: z.string(),
  state: z.enum(['shown', 'waiting', 'refused']),
});
export type ShownPhoto = z.infer<typeof ShownPhoto>;
