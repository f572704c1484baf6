/** The list without the entry when it holds it, with it at the end when not. */
export function toggled<Entry>(entries: readonly Entry[], entry: Entry): Entry[] {
  return entries.includes(entry) ? entries.filter((other) => other !== entry) : [...entries, entry];
}
