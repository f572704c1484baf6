/** A stored document that does not fit its schema: where it is, never what it holds. */
export function reportBroken(id: string | null, problems: readonly string[]): void {
  const line = JSON.stringify({ brokenDocument: id, problems });
  if (reported.has(line)) return;
  if (reported.size < 1000) reported.add(line);
  console.error(line);
}

/** Lines that this instance has logged. A list is read often, and one line a document is enough. */
const reported = new Set<string>();
