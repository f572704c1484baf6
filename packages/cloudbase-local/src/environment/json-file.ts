import { readFileSync } from 'node:fs';

/**
 * Reads a file that holds a JSON object, even after a byte order mark, which editors on Windows write. Throws Node's
 * own error when the file cannot be read, and a sentence when it holds anything else.
 */
export function readJsonObject(file: string): Record<string, unknown> {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new Error(`${file} is not a JSON object`);
}
