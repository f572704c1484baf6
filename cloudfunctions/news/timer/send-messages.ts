import { fittingValue, messageTemplates, type TemplateName } from '@facts/news/message-templates';
import { messageOf } from '@facts/news/news-kinds';
import { newsPath } from '@facts/news/news-paths';
import type { NewsDocument } from '../../shared/contract/news-document';
import { exhausted, spent } from '../../shared/domain/subscription';
import { accountsOf } from '../../shared/adapters/member-store';
import { newsToSend, settleDue } from '../../shared/adapters/news-store';
import { inOrder } from '../../shared/adapters/ordered-writes';
import { sendMessage, type MessageAnswer } from '../../shared/adapters/subscribe-message';
import { subscriptionsOf } from '../../shared/adapters/subscription-store';
import type { Failures } from '../../shared/kernel/failures';
import type { MessageTemplates, Template } from '../../shared/kernel/message-templates';
import { settings } from '../../shared/kernel/settings';

/** A run starts no new message after this. */
const budgetMs = 10_000;
const pageSize = 200;
/** Messages at WeChat at once. */
const atOnce = 8;

/**
 * Sends what is due to the phones of those who accepted messages. A message is claimed and its acceptance spent before it is sent, in
 * one transaction: a run that is cut short in between leaves it claimed, and it is never sent again, because the phone may have it.
 */
export async function sendMessages(failures: Failures): Promise<number> {
  const templates = settings.messageTemplates();
  const startedMs = performance.now();
  let sent = 0;
  while (performance.now() - startedMs < budgetMs) {
    const due = await newsToSend(pageSize);
    for (let at = 0; at < due.length; at += atOnce) {
      const outcomes = await Promise.all(
        due.slice(at, at + atOnce).map((news) => failures.attempt(() => sendOne(news, templates))),
      );
      sent += outcomes.filter((isSent) => isSent === true).length;
      if (performance.now() - startedMs >= budgetMs) return sent;
    }
    // What failed is still due, and would be on the next page again.
    if (due.length < pageSize || failures.count > 0) return sent;
  }
  return sent;
}

/** @returns whether the message is on its way to a phone */
async function sendOne(news: NewsDocument, templates: MessageTemplates): Promise<boolean> {
  const words = messageOf(news.kind, news.facts, news.atMs);
  const template = words ? templates[words.template] : undefined;
  const openid = words && template ? await claim(news, words.template) : null;
  if (!words || !template || openid === null) {
    await settleDue(news._id);
    return false;
  }
  const answer = await sendMessage({
    touser: openid,
    templateId: template.id,
    page: newsPath(news.kind, news).slice(1),
    data: dataOf(template, messageTemplates[words.template], words.values),
  });
  await conclude({ newsId: news._id, openid, template: words.template }, answer);
  if (answer.kind === 'failed') throw new Error(`WeChat refused a message with ${answer.code}`);
  return answer.kind === 'sent';
}

/** Claims the news and spends an acceptance of one of its reader's accounts; null where none is left or another run was first. */
async function claim(
  { _id, recipient, isForAccount }: NewsDocument,
  name: TemplateName,
): Promise<string | null> {
  const openids = isForAccount ? [recipient] : (await accountsOf(recipient)).map((account) => account._id);
  const ready = (await subscriptionsOf(openids)).filter(({ left }) => left[name] > 0);
  for (const { _id: openid } of ready) {
    const isClaimed = await inOrder(async ({ read, write }) => {
      const news = await read('news', _id);
      const subscription = await read('subscriptions', openid);
      const rest = subscription && spent(subscription, name);
      if (news?.sending !== 'due' || !rest) return false;
      await write('subscriptions', rest);
      await write('news', { ...news, sending: 'claimed' });
      return true;
    });
    if (isClaimed) return openid;
  }
  return null;
}

/** Without an answer from WeChat the news stays claimed: the phone may have the message. */
async function conclude(
  { newsId, openid, template }: { newsId: string; openid: string; template: TemplateName },
  answer: MessageAnswer,
): Promise<void> {
  if (answer.kind === 'unknown') return;
  await inOrder(async ({ read, write }) => {
    const news = await read('news', newsId);
    if (news?.sending === 'claimed') await write('news', { ...news, sending: answer.kind });
    const subscription = answer.kind === 'refused' ? await read('subscriptions', openid) : null;
    if (subscription) await write('subscriptions', exhausted(subscription, template));
  });
}

function dataOf(
  { fields }: Template,
  kinds: (typeof messageTemplates)[keyof typeof messageTemplates],
  values: readonly string[],
): Record<string, { value: string }> {
  return Object.fromEntries(
    fields.map((field, at) => [field, { value: fittingValue(kinds[at] ?? 'thing', values[at] ?? '') }]),
  );
}
