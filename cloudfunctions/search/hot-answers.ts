/** So long after it was read, an answer may be given again: a post that closes is shown as open for at most this long. */
export const sharedForMs = 5_000;
/** An answer is kept once its question came so often within that time. Rarer questions, and every test, get what is stored now. */
export const hotAfter = 10;
const mostQuestions = 2_000;
const mostKept = 200;

interface Question<Answer> {
  sinceMs: number;
  asked: number;
  answer: { value: Answer; atMs: number } | null;
}

/**
 * Lets an instance answer a question that many people ask at the same time with one read. On the day of a launch, thousands choose the
 * same district by its name, and look at the same first page.
 */
export function createHotAnswers<Answer>(): (
  question: string,
  nowMs: number,
  read: () => Promise<Answer>,
) => Promise<Answer> {
  let questions = new Map<string, Question<Answer>>();
  let kept = 0;
  return async (name, nowMs, read) => {
    const fresh = (atMs: number): boolean => nowMs >= atMs && nowMs - atMs < sharedForMs;
    const known = questions.get(name);
    if (known?.answer && fresh(known.answer.atMs)) return known.answer.value;
    if (questions.size >= mostQuestions || kept >= mostKept) [questions, kept] = [new Map(), 0];
    const question = known && fresh(known.sinceMs) ? known : { sinceMs: nowMs, asked: 0, answer: null };
    question.asked += 1;
    questions.set(name, question);
    // The time before the read, because what is written during it may be missing in the answer.
    const value = await read();
    if (question.asked >= hotAfter) {
      // Still hot when it has to be read again.
      question.sinceMs = nowMs;
      kept += question.answer === null ? 1 : 0;
      question.answer = { value, atMs: nowMs };
    }
    return value;
  };
}
