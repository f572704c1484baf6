const prefix = '国药准字';

/** What was typed as the box prints it: 国药准字H20013062, whether typed with the words, spaces, small letters or without. */
export function approvalNumberOf(typed: string): string {
  const compact = typed.replace(/\s+/g, '').toUpperCase();
  if (compact === '' || compact.startsWith(prefix)) return compact;
  return `${prefix}${compact}`;
}
