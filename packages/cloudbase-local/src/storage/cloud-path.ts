import { PlatformError } from 'sqlite-document-database';

/** Longest path in bytes of UTF-8, as the documentation's rules for file names say. */
const maxPathBytes = 850;
/** Control characters that the documentation names as not supported (CAN, EM, SUB, ESC), and NUL, which ends names. */
const forbidden = ['\0', '\x18', '\x19', '\x1a', '\x1b'];

/**
 * Paths of stored files follow the platform's rules: not empty, no `/` at the beginning, no two in a row, at most 850 bytes.
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

/** Identities of the environment's files: `cloud://<environment>.<bucket>/<path>`. */
export interface FileIds {
  of(path: string): string;
  /** Undefined for a file of another environment, or no file id. */
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
 * A path as one ASCII word and its extension, for addresses. The SDK escapes addresses once more before it downloads,
 * so there must be nothing in them to escape.
 */
export function addressName(path: string): string {
  return `${Buffer.from(path).toString('base64url')}${/\.\w+$/.exec(path)?.[0] ?? ''}`;
}

/** The path of an address name. */
export function pathOfAddressName(name: string): string {
  return Buffer.from(name.split('.')[0] ?? '', 'base64url').toString();
}
