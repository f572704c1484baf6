/** Takes the entry out of the list, or puts it at the end when the list lacks it. */
export function toggled<Entry>(entries: readonly Entry[], entry: Entry): Entry[] {
  return entries.includes(entry) ? entries.filter((other) => other !== entry) : [...entries, entry];
}
