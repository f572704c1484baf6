import { PlatformError } from 'sqlite-document-database';

/** Parses a body that must be a JSON object. Throws PlatformError. */
export function parseJsonObject(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new PlatformError('INVALID_PARAM', `the body is not valid JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PlatformError('INVALID_PARAM', 'the body is not a JSON object');
  return value as Record<string, unknown>;
}
