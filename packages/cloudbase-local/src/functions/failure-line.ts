import { PlatformError } from 'sqlite-document-database';

/** Where many wait none waits for a developer: a line each would only be noise. */
const overload = 'EXCEED_CONCURRENT_REQUEST_LIMIT';

/**
 * What the terminal shows of a failed invocation, on one line: function, request id, message and, of code that does not
 * compile, its place. Undefined for what is no fault of the function, or is logged by whoever it reaches.
 */
export function failureLine(name: string, requestId: string, error: unknown): string | undefined {
  if (!(error instanceof PlatformError) || error.code === overload) return undefined;
  const told = headline(error.message.replaceAll('/var/user/', `${name}/`));
  const hint = missingPackage.test(told)
    ? ` (npm install in the folder ${name} brings what its package.json names)`
    : '';
  return `function ${name} ${requestId}: ${told}${hint}`;
}

/** No file of the function's own: those begin with a dot, a slash or its name. */
const missingPackage = /Cannot find (module|package) '(@[\w.~-]+\/)?[\w~-][\w.~-]*'/;

/** Node puts the place and the source of a syntax error above its message. */
function headline(stack: string): string {
  const lines = stack.split('\n');
  const message = lines.find((line) => /^[\w$.]*(Error|Exception)\b/.test(line));
  const first = lines[0] ?? '';
  if (message === undefined || message === first) return first;
  return /:\d+$/.test(first) ? `${message} (${first})` : message;
}
