/**
 * An error that the platform itself would answer with: HTTP 200 and `{requestId, code, message}`,
 * which the SDKs turn into a thrown error with the same code and message.
 */
export class PlatformError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'PlatformError';
  }
}
