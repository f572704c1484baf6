import { existsSync, readFileSync } from 'node:fs';
import { CompileError, positionAt } from './diagnostics';

export type JsonObject = Record<string, unknown>;

/**
 * Reads a configuration file as an object. `shown` is the path used in messages. Throws CompileError with the position
 * of the mistake.
 */
export function readJsonObject(file: string, shown: string): JsonObject {
  const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (source.trim() === '') return {};
  const parsed = parse(source, shown);
  if (!isObject(parsed)) throw problem(shown, 1, 1, 'must hold one JSON object');
  return parsed;
}

/** The position of a string literal in a JSON file, for messages about its value. */
export function positionOfString(file: string, value: string): { line: number; column: number } {
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const offset = source.indexOf(JSON.stringify(value));
  return offset < 0 ? { line: 1, column: 1 } : positionAt(source, offset);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string entries of an object, e.g. of `usingComponents`. */
export function stringEntries(value: unknown): [string, string][] {
  if (!isObject(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function parse(source: string, shown: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const { line, column } = positionAt(source, failureOffset(source, message));
    throw problem(shown, line, column, `is not valid JSON: ${message.split('\n')[0]}`);
  }
}

/** V8 gives the offset in most messages, but not when the text ends too early. */
function failureOffset(source: string, message: string): number {
  const offset = /at position (\d+)/.exec(message)?.[1];
  if (offset !== undefined) return Number(offset);
  const token = /Unexpected token '?(.)'?, (?:\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON/.exec(
    message,
  );
  const near = token?.[2] === undefined ? -1 : source.indexOf(token[2]);
  if (near < 0) return source.length;
  return Math.max(near, source.indexOf(token?.[1] ?? '', near + (token?.[2]?.length ?? 0) / 2));
}

function problem(file: string, line: number, column: number, message: string): CompileError {
  return new CompileError({ severity: 'fatal', file, line, column, message });
}
