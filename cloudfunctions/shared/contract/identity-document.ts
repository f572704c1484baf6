import { z } from 'zod';
import { documentKindCodes } from '@facts/document-numbers';
import { documentRefusals, type DocumentRefusalCode } from '@facts/document-refusals';

/**
 * Documents that an operator checks: 护照、回乡证、台胞证、港澳台居民居住证、外国人永久居留身份证, and a resident's ID whose owner the source
 * does not know, or whose tries others have used up for the day.
 */
export const DocumentKind = z.enum(documentKindCodes);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Why an operator refuses a document; the person who handed it in reads the sentence. */
export const DocumentRefusal = z.enum(Object.keys(documentRefusals) as [DocumentRefusalCode]);
export type DocumentRefusal = z.infer<typeof DocumentRefusal>;
