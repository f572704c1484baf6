import { createContext, Script } from 'node:vm';
import { matchMs } from '../limits';
import { requestFailed } from '../refusals';

/**
 * Looks for a pattern in a text, and gives up after a while: as PCRE has a limit, so that no pattern holds the cloud for ever.
 * @param run what `pattern` is asked about `text`
 * @throws PlatformError when it takes too long
 */
export function boundedMatch<T>(pattern: RegExp, text: string, run: () => T): T {
  try {
    return text.length > harmlessLength(pattern) ? watched(run) : run();
  } catch (cause) {
    if (cause instanceof RangeError || isTimeout(cause))
      throw requestFailed('Find', 'regular expression: match limit exceeded');
    throw cause;
  }
}

/** This many steps take too little time to be noticed. */
const harmlessSteps = 1e7;

const lengths = new WeakMap<RegExp, number>();

/** The text length up to which the pattern is always quick. Longer texts are matched under a watchdog, which costs more than most matches. */
function harmlessLength(pattern: RegExp): number {
  let length = lengths.get(pattern);
  if (length === undefined) lengths.set(pattern, (length = longestHarmless(pattern.source)));
  return length;
}

function longestHarmless(source: string): number {
  const bare = source
    .replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(');
  const repeats = bare.match(/[*+{?]\??/g)?.length ?? 0;
  // A repeated group, or a reference back, may double the ways with each character.
  if (/\)[*+{?]/.test(bare) || /\\[1-9k]/.test(source)) return 16;
  // Otherwise each repetition may begin and end wherever it likes.
  return Math.floor(harmlessSteps ** (1 / (repeats + 1)));
}

const context = createContext({ run: undefined as unknown });
const script = new Script('run()');

function watched<T>(run: () => T): T {
  context.run = run;
  return script.runInContext(context, { timeout: matchMs }) as T;
}

function isTimeout(cause: unknown): boolean {
  return (cause as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
