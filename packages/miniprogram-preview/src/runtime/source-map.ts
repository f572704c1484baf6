import { originalPositionFor, TraceMap, type EncodedSourceMap } from '@jridgewell/trace-mapping';

let loaded: Promise<TraceMap | undefined> | undefined;

/** `pages/a/a.ts:12:5` for a 1-based position in the program's bundle; undefined when the map has no entry for it. */
export async function positionInSource(line: number, column: number): Promise<string | undefined> {
  loaded ??= loadMap();
  const map = await loaded;
  const place = map && originalPositionFor(map, { line, column: column - 1 });
  return place?.source ? `${place.source}:${place.line}:${place.column + 1}` : undefined;
}

async function loadMap(): Promise<TraceMap | undefined> {
  try {
    const response = await fetch('/preview/program/app.js.map');
    return new TraceMap((await response.json()) as EncodedSourceMap);
  } catch (error) {
    console.warn('the preview could not read its source map', error);
    return undefined;
  }
}
