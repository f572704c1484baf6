import { createContext, Script } from 'node:vm';
import { matchMs } from '../limits';
import { requestFailed } from '../refusals';

/**
 * Runs a pattern on a text and gives up after a while, like PCRE, so that no pattern occupies the cloud forever.
 * @param run uses `pattern` on `text`
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

/** So many steps take too little time to notice. */
const harmlessSteps = 1e7;

const lengths = new WeakMap<RegExp, number>();

/**
 * The text length up to which the pattern is always quick. Longer texts are matched under a watchdog, which costs more
 * than most matches.
 */
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
  // A repeated group, or a backreference, may double the number of attempts with each character.
  if (/\)[*+{?]/.test(bare) || /\\[1-9k]/.test(source)) return 16;
  // In all other patterns, each repetition may begin and end anywhere.
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
