import { call } from './cloud';
import { keepAnswer, keptAnswer } from './kept-answers';

const key = 'solved-needs';
/** The cloud adds a day at midnight; the start page need not be more exact. */
const knownForMs = 12 * 3_600_000;

/** How many needs of the last days were solved in the whole country; 0 where that is not shown. Without an answer the last one. */
export async function loadSolvedNeeds(): Promise<number> {
  const kept = keptAnswer<number>(key);
  if (kept !== null && Date.now() - kept.atMs < knownForMs) return kept.answer;
  try {
    const { total } = await call('search', 'achieved', {});
    return keepAnswer(key, total.solved ?? 0);
  } catch {
    return kept?.answer ?? 0;
  }
}
