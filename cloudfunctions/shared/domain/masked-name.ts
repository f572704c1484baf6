/** A name as others may see it: 李静 becomes 李*, Anna Schmidt becomes A*. Nothing tells how long it was. */
export function maskedName(name: string): string {
  const [first = ''] = normalizeName(name);
  return `${first}*`;
}

/** As the document has it: outer blanks gone, one kind of dot between the parts of a name, one blank at most. */
export const normalizeName = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[•・‧∙・.]/g, '·');

/** A name that a resident's ID can carry: 2 to 30 Chinese characters and dots. */
export const isResidentName = (name: string): boolean => /^[\p{Script=Han}·]{2,30}$/u.test(name);
