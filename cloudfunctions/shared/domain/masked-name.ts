import { cleanText } from './clean-text';

/** A name as others may see it: 李静 becomes 李*, Anna Schmidt becomes A*. Its length stays secret. */
export function maskedName(name: string): string {
  const [first = ''] = normalizeName(name);
  return `${first}*`;
}

/**
 * The name as the document has it, however it was typed: no invisible characters, no outer blanks, one kind of dot
 * between the parts of a name and no blank next to it, no blank between Chinese characters and at most one elsewhere.
 */
export const normalizeName = (name: string): string =>
  cleanText(name.normalize('NFKC'))
    .replace(/[•‧∙⋅・᛫⸱ꞏ.●。]/g, '·')
    .replace(/\s*·\s*/g, '·')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

/** A name that a resident's ID can carry: 2 to 30 Chinese characters and dots. */
export const isResidentName = (name: string): boolean => /^[\p{Script=Han}·]{2,30}$/u.test(name);
