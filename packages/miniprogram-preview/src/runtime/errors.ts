import { positionInSource } from './source-map';
import { signal, hasListener } from './signals';

/**
 * Reports an error of the program: the console, `wx.onError` and `App.onError` get the message with positions in the
 * author's files.
 */
export function reportError(error: unknown, where = ''): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  void withSourcePositions(text).then((mapped) => {
    console.error(where ? `[${where}] ${mapped}` : mapped);
    if (hasListener('error')) signal('error', mapped);
  });
}

/** Logs that the preview does not support something, with the place in the program that asked for it. */
export function reportRefusal(message: string): void {
  const stack = new Error(message).stack ?? message;
  void withSourcePositions(stack.replace(/^Error: /, '')).then((mapped) => console.error(mapped));
}

/** Warns of what works in the preview alone, with the place in the program that asked for it. */
export function reportWarning(message: string): void {
  const stack = new Error(message).stack ?? message;
  void withSourcePositions(stack.replace(/^Error: /, '')).then((mapped) => console.warn(mapped));
}

/** Reports uncaught errors and rejections. */
export function installErrorHooks(): void {
  window.addEventListener('error', (event) => {
    if (event.error) reportError(event.error);
  });
  window.addEventListener('unhandledrejection', (event) => {
    const reason: unknown = event.reason;
    signal('unhandledRejection', { reason, promise: event.promise });
    const isError = reason instanceof Error;
    const message = isError ? '' : (reason as { errMsg?: string } | undefined)?.errMsg;
    reportError(message ? new Error(message) : reason, 'unhandled rejection');
  });
}

/** Replaces positions in the bundle by those in the sources; frames of the runtime itself are omitted. */
async function withSourcePositions(stack: string): Promise<string> {
  const lines = await Promise.all(
    stack.split('\n').map(async (line) => {
      if (line.includes('/preview/runtime.js')) return '';
      const place = /\/preview\/program\/app\.js[^:]*:(\d+):(\d+)/.exec(line);
      if (!place) return line;
      const source = await positionInSource(Number(place[1]), Number(place[2]));
      return source === undefined ? line : line.replace(/\(?https?:\S+\)?/, `(${source})`);
    }),
  );
  return lines.filter((line) => line !== '').join('\n');
}
