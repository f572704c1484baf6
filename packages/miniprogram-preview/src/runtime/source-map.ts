interface RawSourceMap {
  sources: string[];
  mappings: string;
}

interface Segment {
  column: number;
  source: number;
  line: number;
  sourceColumn: number;
}

let decoded: Promise<{ sources: string[]; lines: Segment[][] }> | undefined;

/** `pages/a/a.ts:12:5` for a 1-based position in the program's bundle; undefined when the map does not know. */
export async function positionInSource(line: number, column: number): Promise<string | undefined> {
  decoded ??= loadMap();
  const { sources, lines } = await decoded;
  const segment = (lines[line - 1] ?? []).filter((s) => s.column <= column - 1).at(-1);
  if (segment === undefined) return undefined;
  const source = sources[segment.source];
  return source === undefined ? undefined : `${source}:${segment.line + 1}:${segment.sourceColumn + 1}`;
}

async function loadMap(): Promise<{ sources: string[]; lines: Segment[][] }> {
  try {
    const response = await fetch('/preview/program/app.js.map');
    const map = (await response.json()) as RawSourceMap;
    return { sources: map.sources, lines: decodeMappings(map.mappings) };
  } catch (error) {
    console.warn('the preview could not read its source map', error);
    return { sources: [], lines: [] };
  }
}

/** The "mappings" of a source map, revision 3: https://tc39.es/ecma426/#sec-mappings */
export function decodeMappings(mappings: string): Segment[][] {
  let source = 0;
  let line = 0;
  let sourceColumn = 0;
  return mappings.split(';').map((group) => {
    let column = 0;
    const segments: Segment[] = [];
    for (const text of group.split(',')) {
      const [columnStep, sourceStep, lineStep, sourceColumnStep] = decodeNumbers(text);
      column += columnStep ?? 0;
      if (sourceStep === undefined || lineStep === undefined || sourceColumnStep === undefined) continue;
      source += sourceStep;
      line += lineStep;
      sourceColumn += sourceColumnStep;
      segments.push({ column, source, line, sourceColumn });
    }
    return segments;
  });
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 variable-length quantities: five bits a digit, the lowest bit of the number is its sign. */
function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of text) {
    const digit = digits.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
