import { z } from 'zod';

/** Documents that only a human being can check: 护照、外国人永久居留身份证、港澳台居民居住证。 */
export const DocumentKind = z.enum(['passport', 'permanent-resident', 'hk-mo-tw-resident']);
export type DocumentKind = z.infer<typeof DocumentKind>;
