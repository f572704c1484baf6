import { chinaDay } from '@facts/china-time';
import type { FeedbackDocument } from '../../shared/contract/feedback-documents';
import type { moderationCalls } from '../../shared/contract/moderation-calls';
import { cleanText } from '../../shared/domain/clean-text';
import { messageFault } from '../../shared/domain/message-fault';
import { checkText } from '../../shared/adapters/content-check';
import { feedbackOf } from '../../shared/adapters/feedback-store';
import { writeFor } from '../../shared/adapters/write-for';
import { requireAccount, type Actor } from '../../shared/kernel/actor';
import { campaign } from '../../shared/kernel/campaign';
import { logCall } from '../../shared/kernel/log';
import { feedbackIdOf } from '../../shared/kernel/moderation-hashes';
import type { OpenUseCase, Output } from '../../shared/kernel/procedure';
import { callerOf } from './caller';

/**
 * A message is never public, and an operator reads each: so WeChat's doubt keeps none back, nor does its silence. The numbers of a day
 * are the ids, so that the transaction counts without a query.
 */
export const sendFeedback: OpenUseCase<typeof moderationCalls.sendFeedback> = async (
  { kind, text: typed, error },
  { actor, requestId, nowMs, refuse },
) => {
  const caller = await actor();
  const { openid } = requireAccount(caller, refuse);
  const text = cleanText(typed);
  const fault = messageFault(text);
  if (fault) throw refuse('note-to-clean', fault);
  const verdict = await checkText(text, openid);
  if (verdict.kind === 'risky') throw refuse('content-refused', { field: 'text' });
  if (verdict.kind === 'unavailable')
    logCall.provider(requestId, 'security.msgSecCheck', String(verdict.code));
  const { id: author, isForAccount, writer } = callerOf(caller, openid, nowMs);
  await writeFor(writer, async ({ read, write }) => {
    for (let number = 1; number <= campaign.limits.feedbackPerDay; number += 1) {
      const id = feedbackIdOf(author, chinaDay(nowMs), number);
      const earlier = await read('feedback', id);
      if (earlier?.text === text) return;
      if (!earlier) {
        const message: FeedbackDocument = {
          _id: id,
          author,
          isForAccount,
          kind,
          text,
          error,
          state: 'waiting',
          atMs: nowMs,
          answer: null,
          answeredAtMs: null,
          revision: 0,
        };
        return write('feedback', message);
      }
    }
    throw refuse('feedback-limit');
  });
  return ownFeedback(caller, openid, nowMs);
};

export const listFeedback: OpenUseCase<typeof moderationCalls.myFeedback> = async (
  _input,
  { actor, nowMs, refuse },
) => {
  const caller = await actor();
  return ownFeedback(caller, requireAccount(caller, refuse).openid, nowMs);
};

async function ownFeedback(
  caller: Actor,
  openid: string,
  nowMs: number,
): Promise<Output<typeof moderationCalls.myFeedback>> {
  const { id: author } = callerOf(caller, openid, nowMs);
  // What was written before the verification belongs to the account.
  const sent = await feedbackOf([...new Set([openid, author])]);
  const today = sent.filter((each) => each.author === author && chinaDay(each.atMs) === chinaDay(nowMs));
  return {
    messages: sent.map(({ _id: id, kind, text, atMs: sentAtMs, answer, answeredAtMs }) => ({
      id,
      kind,
      text,
      sentAtMs,
      answer,
      answeredAtMs,
    })),
    left: Math.max(0, campaign.limits.feedbackPerDay - today.length),
    nowMs,
  };
}
