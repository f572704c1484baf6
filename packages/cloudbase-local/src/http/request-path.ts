/**
 * Whether a request's address can be read: an absolute path with valid percent-encoding and without NUL. Every handler
 * asks this first and may then decode the path freely.
 */
export function isReadablePath(address: string | undefined): boolean {
  try {
    const { pathname } = new URL(address ?? '/', 'http://127.0.0.1');
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}
