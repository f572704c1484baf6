import { requestFailed } from '../refusals';
import { parseEjson, stringifyEjson } from '../values/ejson';
import { pathParts } from '../values/path';
import { readStoredValue } from '../values/stored-field';
import { findStoredParts, findStoredPath, readStoredParts, spliceStored } from '../values/stored-parts';
import type { Document } from '../values/value';
import { validateFields, validateSize } from '../write/validate';
import { applyUpdate, type UpdateOptions } from './apply-update';
import type { Update } from './parse-update';
import type { PositionFinder } from './positional';

/** The result of an update to a stored document. */
export interface StoredChange {
  text: string;
  /** The top-level fields that the update changed. */
  changed: string[];
}

/**
 * Applies an update to a document's stored text. Only the fields that the update names are read and written; the rest is copied.
 * @returns undefined when the text of the document stays the same
 * @throws PlatformError for what MongoDB refuses and for what cannot be stored
 */
export function updateStored(text: string, update: Update, options: UpdateOptions): StoredChange | undefined {
  const change = updateScalars(text, update, options.nowMs) ?? updateFields(text, update, options);
  if (change.changed.length === 0) return undefined;
  if (change.changed.includes('_id'))
    throw requestFailed(
      'Update',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  validateSize(change.text);
  return change;
}

/** Handles the usual case, scalars that replace scalars, by editing the text; undefined for any other update. */
function updateScalars(text: string, update: Update, nowMs: number): StoredChange | undefined {
  if (update.positional) return undefined;
  const edits: { from: number; to: number; value: string }[] = [];
  const changed: string[] = [];
  for (const { path, operator, operand } of update.steps) {
    const parts = pathParts(path);
    const place = operator.scalar ? findStoredPath(text, parts) : undefined;
    if (!place || !isScalarAt(text, place.from)) return undefined;
    const next = operator.next(readStoredValue(text, place.from, place.to), operand, path, nowMs);
    if (next === undefined) continue;
    if (typeof next === 'symbol' || (typeof next === 'object' && next !== null)) return undefined;
    const value = stringifyEjson(next);
    if (value === text.slice(place.from, place.to)) continue;
    edits.push({ ...place, value });
    changed.push(parts[0] as string);
  }
  let spliced = text;
  // Edits from the end, so that the positions of the edits before stay valid.
  for (const { from, to, value } of edits.sort((a, b) => b.from - a.from))
    spliced = spliced.slice(0, from) + value + spliced.slice(to);
  return { text: spliced, changed };
}

function isScalarAt(text: string, at: number): boolean {
  const first = text[at];
  return first === '{' ? text.startsWith('{"$number', at) : first !== '[';
}

/** Reads the top-level fields that the update names, applies the update to them, and writes them back. */
function updateFields(text: string, update: Update, options: UpdateOptions): StoredChange {
  const parts = findStoredParts(text, update.roots);
  const fields = readStoredParts(text, parts);
  applyUpdate(fields, update, { ...options, position: positionIn(text, options) });
  validateFields(fields, update.roots);
  return spliceStored(text, update.roots, parts, fields);
}

/** The query may have matched in fields that the update does not name, so `$` is found in the whole document. */
function positionIn(text: string, { position }: UpdateOptions): PositionFinder | undefined {
  if (!position) return undefined;
  const whole = parseEjson(text) as Document;
  return (_fields, path) => position(whole, path);
}
