import { PlatformError } from 'sqlite-document-database';

/** Overload is no bug of the function, and a log line for each rejected call would be noise. */
const overload = 'EXCEED_CONCURRENT_REQUEST_LIMIT';

/**
 * A failed invocation as one line for the terminal: function, request id, message and, for code that does not compile,
 * its place. Undefined for an error that the function did not cause, or that its caller logs.
 */
export function failureLine(name: string, requestId: string, error: unknown): string | undefined {
  if (!(error instanceof PlatformError) || error.code === overload) return undefined;
  const message = headline(error.message.replaceAll('/var/user/', `${name}/`));
  const hint = missingPackage.test(message)
    ? ` (npm install in the folder ${name} brings what its package.json names)`
    : '';
  return `function ${name} ${requestId}: ${message}${hint}`;
}

/** The name is a package. Names of the function's own files begin with a dot, a slash or the function's name. */
const missingPackage = /Cannot find (module|package) '(@[\w.~-]+\/)?[\w~-][\w.~-]*'/;

/** Node writes the place and the source line of a syntax error above its message. */
function headline(stack: string): string {
  const lines = stack.split('\n');
  const message = lines.find((line) => /^[\w$.]*(Error|Exception)\b/.test(line));
  const first = lines[0] ?? '';
  if (message === undefined || message === first) return first;
  return /:\d+$/.test(first) ? `${message} (${first})` : message;
}
