import type { Message } from 'esbuild';

/** What a bundler refuses in one file although it fails in WeChat only where it runs, or gives undefined there. */
export interface LaterFailures {
  /** Others import names that the file does not export: as CommonJS these are undefined. */
  isLoose: boolean;
  /** It requires what only its run time can name. */
  hasDynamicRequires: boolean;
  /** Where it assigns to a constant, as offsets in what the bundler read. */
  assignments: { line: number; column: number; length: number }[];
}

/** Adds a message of the bundler. False when it is a mistake that stops the build. */
export function addLaterFailure(
  failures: Map<string, LaterFailures>,
  { text, location }: Message,
  fileOf: (file: string) => string,
): boolean {
  const exporter = /^No matching export in "(.+?)" for import/.exec(text)?.[1];
  const file = exporter ?? location?.file;
  if (file === undefined || location === null) return false;
  const known = failures.get(fileOf(file)) ?? { isLoose: false, hasDynamicRequires: false, assignments: [] };
  if (exporter !== undefined) known.isLoose = true;
  else if (/^Could not resolve (require|import)\(".*\*/.test(text)) known.hasDynamicRequires = true;
  else if (/^Cannot assign to /.test(text)) {
    const { line, lineText, length } = location;
    const [column, characters] = [
      inCharacters(lineText, 0, location.column),
      inCharacters(lineText, location.column, length),
    ];
    known.assignments.push({ line, column, length: characters });
  } else return false;
  failures.set(fileOf(file), known);
  return true;
}

/** The source with its failures left to run time. */
export function deferFailures(source: string, { hasDynamicRequires, assignments }: LaterFailures): string {
  const lines = source.split('\n');
  const lastFirst = [...assignments].sort((a, b) => b.line - a.line || b.column - a.column);
  for (const { line, column, length } of lastFirst) {
    const text = lines[line - 1] ?? '';
    const name = text.slice(column, column + length);
    lines[line - 1] = `${text.slice(0, column)}__preview.constants.${name}${text.slice(column + length)}`;
  }
  const assigned = lines.join('\n');
  return hasDynamicRequires
    ? assigned.replace(/\brequire\((?!\s*(['"])[^'"\n]*\1\s*\))/g, '(0,require)(')
    : assigned;
}

/** The bundler counts bytes. */
function inCharacters(line: string, from: number, length: number): number {
  return Buffer.from(line)
    .subarray(from, from + length)
    .toString().length;
}
