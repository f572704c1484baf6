import { toCallError } from './call-error';
import { say } from '../facts/words/say';

const firstPauseMs = 4_000;
const longestPauseMs = 60_000;

/** Pages that an overloaded service refused: how often in a row, and what will ask again. */
const refused = new WeakMap<object, { times: number; timer: ReturnType<typeof setTimeout> }>();

/**
 * Asks for the page again after a pause, if it was the load that refused it. The pause doubles with each refusal and is drawn at random:
 * phones that were refused together should not come back together.
 */
export function askAgainLater(page: object, thrown: unknown, ask: () => void): void {
  const times = refused.get(page)?.times ?? 0;
  stopAsking(page);
  if (toCallError(thrown).code !== 'busy') return;
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** times) * (0.5 + Math.random() / 2);
  refused.set(page, { times: times + 1, timer: setTimeout(ask, pauseMs) });
}

/** The page has its answer, or is left. */
export function stopAsking(page: object): void {
  clearTimeout(refused.get(page)?.timer);
  refused.delete(page);
}

/** What a page says that asks again by itself where that helps. */
export function refusalText(thrown: unknown): string {
  const { code, message } = toCallError(thrown);
  return code === 'busy' ? say('现在用的人太多了。会自动再试，请稍等。') : message;
}
