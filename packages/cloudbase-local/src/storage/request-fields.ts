import { PlatformError } from 'sqlite-document-database';

/** The most files in one request, from the documentation of each call. */
const maxFiles = 50;

/** @throws PlatformError for a value of another type */
export function textIn(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '')
    throw new PlatformError('INVALID_PARAM', `${name} must be a string that is not empty`);
  return value;
}

/** @throws PlatformError for a value of another type, or one that is too long */
export function listIn(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new PlatformError('INVALID_PARAM', `${name} must be a list`);
  if (value.length > maxFiles)
    throw new PlatformError('INVALID_PARAM', `${name} may hold at most ${maxFiles} files`);
  return value;
}

/** @throws PlatformError for a value of another type, or one that is too long */
export function recordsIn(value: unknown, name: string): Record<string, unknown>[] {
  return listIn(value, name).map((each) => {
    if (typeof each !== 'object' || each === null)
      throw new PlatformError('INVALID_PARAM', `${name} must be a list of objects`);
    return each as Record<string, unknown>;
  });
}
