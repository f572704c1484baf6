/**
 * Whether a request's address can be read: an absolute path, its percent-encoding valid, and no NUL in it.
 * Whatever answers requests asks first, and may then decode what it likes.
 */
export function isReadablePath(address: string | undefined): boolean {
  try {
    const { pathname } = new URL(address ?? '/', 'http://127.0.0.1');
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}
