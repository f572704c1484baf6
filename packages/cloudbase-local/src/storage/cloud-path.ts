import { PlatformError } from 'sqlite-document-database';

/** Longest path in bytes of UTF-8, by the documentation's rules for file names. */
const maxPathBytes = 850;
/** Control characters that the documentation forbids (CAN, EM, SUB, ESC), and NUL, which ends names. */
const forbidden = ['\0', '\x18', '\x19', '\x1a', '\x1b'];

/**
 * Checks a stored file's path by the platform's rules: not empty, no `/` at the beginning, no two in a row, at most 850
 * bytes.
 * @throws PlatformError for a path that breaks them
 */
export function checkCloudPath(path: string): void {
  const broken =
    Buffer.byteLength(path) > maxPathBytes ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..') ||
    forbidden.some((character) => path.includes(character));
  if (broken)
    throw new PlatformError('STORAGE_SIGN_PARAM_INVALID', `the path ${JSON.stringify(path)} is not allowed`);
}

/** File ids of the environment: `cloud://<environment>.<bucket>/<path>`. */
export interface FileIds {
  of(path: string): string;
  /** Undefined for a file of another environment, or a text that is not a file id. */
  pathOf(fileId: string): string | undefined;
}

export function createFileIds(envId: string): FileIds {
  const prefix = `cloud://${envId}.local-${envId}/`;
  return {
    of: (path) => prefix + path,
    pathOf: (fileId) => (fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined),
  };
}

/**
 * Encodes a path as one ASCII word with its extension, for addresses. The SDK escapes an address once more before it
 * downloads, so the word must hold nothing that needs escaping.
 */
export function addressName(path: string): string {
  return `${Buffer.from(path).toString('base64url')}${/\.\w+$/.exec(path)?.[0] ?? ''}`;
}

/** Decodes the path again. */
export function pathOfAddressName(name: string): string {
  return Buffer.from(name.split('.')[0] ?? '', 'base64url').toString();
}
