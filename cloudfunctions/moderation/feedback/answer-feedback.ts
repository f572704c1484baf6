import type { FeedbackDocument } from '../../shared/contract/feedback-documents';
import type { moderationCalls } from '../../shared/contract/moderation-calls';
import type { NewsDocument } from '../../shared/contract/news-document';
import { cleanText } from '../../shared/domain/clean-text';
import { countOf } from '../../shared/adapters/application-store';
import { checkText } from '../../shared/adapters/content-check';
import { feedbackWaiting } from '../../shared/adapters/feedback-store';
import { addNews } from '../../shared/adapters/news-store';
import { writeFor } from '../../shared/adapters/write-for';
import { authorOf } from '../../shared/kernel/actor';
import { newsOf } from '../../shared/kernel/news';
import type { MemberUseCase, Output } from '../../shared/kernel/procedure';

export const listWaitingFeedback: MemberUseCase<typeof moderationCalls.waitingFeedback> = (
  _input,
  _operator,
  { nowMs },
) => waitingFeedback(nowMs);

/** The answer and its news are written together. A message whose author is gone, or about to be, goes too. */
export const answerFeedback: MemberUseCase<typeof moderationCalls.answerFeedback> = async (
  { id, answer: typed },
  operator,
  { nowMs, refuse },
) => {
  const answer = cleanText(typed);
  if ((await checkText(answer, operator.openid)).kind === 'risky')
    throw refuse('content-refused', { field: 'answer' });
  await writeFor(authorOf(operator, nowMs), async (ordered) => {
    const message = await ordered.read('feedback', id);
    if (!message) throw refuse('not-found');
    // The same answer sent again is the first one.
    if (message.answer === answer) return;
    if (message.state === 'answered') throw refuse('feedback-answered');
    const isReached = await addNews(ordered, answerNews(message, answer, nowMs));
    if (isReached)
      await ordered.write('feedback', { ...message, state: 'answered', answer, answeredAtMs: nowMs });
    else await ordered.remove('feedback', id);
  });
  return waitingFeedback(nowMs);
};

const answerNews = (
  { _id: id, author, isForAccount }: FeedbackDocument,
  text: string,
  atMs: number,
): NewsDocument =>
  newsOf('answer', {
    to: isForAccount ? { account: author } : { personId: author },
    cause: id,
    facts: { text },
    atMs,
  });

async function waitingFeedback(nowMs: number): Promise<Output<typeof moderationCalls.waitingFeedback>> {
  const [messages, waiting] = await Promise.all([
    feedbackWaiting(50),
    countOf('feedback', { state: 'waiting' }),
  ]);
  return {
    messages: messages.map(({ _id: id, kind, text, error, atMs: sentAtMs }) => ({
      id,
      kind,
      text,
      error,
      sentAtMs,
    })),
    waiting,
    nowMs,
  };
}
