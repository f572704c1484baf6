const prefix = '国药准字';

/** The number as the box prints it, 国药准字H20013062, from any way of typing it: without the words, with spaces, in small letters. */
export function approvalNumberOf(typed: string): string {
  const compact = typed.replace(/\s+/g, '').toUpperCase();
  if (compact === '' || compact.startsWith(prefix)) return compact;
  return `${prefix}${compact}`;
}
