import { agoText } from '../presenters/time/time-text';
import { toCallError } from './call-error';
import { say } from '../facts/words/say';

/** An answer of the cloud, and when it came by this phone's clock. */
export interface Kept<Answer> {
  answer: Answer;
  atMs: number;
}

const prefix = 'kept.';

/** Keeps the answer on this phone until the next one, so that it can be read without a network. Returns it. */
export function keepAnswer<Answer>(key: string, answer: Answer): Answer {
  try {
    wx.setStorageSync(prefix + key, { answer, atMs: Date.now() } satisfies Kept<Answer>);
  } catch {
    // If the phone's storage is full, the answer is shown all the same.
  }
  return answer;
}

/** The last answer under this key; null when there was none. */
export function keptAnswer<Answer>(key: string): Kept<Answer> | null {
  const stored: Kept<Answer> | '' = wx.getStorageSync(prefix + key);
  return stored === '' ? null : stored;
}

/** Asks and keeps the answer; without a network the last answer is used. Throws CallError. */
export async function askOrKept<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return keepAnswer(key, await ask());
  } catch (thrown) {
    const kept = keptAnswer<Answer>(key);
    if (kept !== null && isWithoutAnswer(thrown)) return kept.answer;
    throw thrown;
  }
}

/** The call had no result: the request or its answer was lost on the way. */
export function isWithoutAnswer(thrown: unknown): boolean {
  const { code } = toCallError(thrown);
  return code === 'network' || code === 'busy';
}

/** The server's clock now, from the clock that came with a kept answer. */
export function serverClock(kept: Kept<{ nowMs: number }>): number {
  return kept.answer.nowMs + Math.max(0, Date.now() - kept.atMs);
}

/** The line above a kept answer that could not be loaded again: why, and how old it is. */
export function staleSentence(atMs: number, thrown: unknown): string {
  const ago = agoText(atMs, Date.now());
  return toCallError(thrown).code === 'busy'
    ? say`现在用的人太多，这是${ago}的内容，会自动更新。`
    : say`网络不通，这是${ago}的内容。`;
}
