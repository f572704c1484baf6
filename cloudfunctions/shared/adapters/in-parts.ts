/** Asks for distinct ids, a hundred at a time, because a condition may not grow without limit. */
export async function inParts<T>(
  ids: readonly string[],
  ask: (part: string[]) => Promise<T[]>,
): Promise<T[]> {
  const distinct = [...new Set(ids)];
  const found: T[] = [];
  for (let start = 0; start < distinct.length; start += 100)
    found.push(...(await ask(distinct.slice(start, start + 100))));
  return found;
}
