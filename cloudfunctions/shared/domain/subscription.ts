import type { TemplateName } from '@facts/news/message-templates';
import type { SubscriptionDocument } from '../contract/subscription-document';

/** More is not counted: somebody who taps all day long still gets a bounded number of messages. */
const mostLeft = 50;

export const newSubscription = (openid: string): SubscriptionDocument => ({
  _id: openid,
  left: { contact: 0, match: 0, result: 0 },
  revision: 0,
});

/** One acceptance is one message. */
export function accepted(
  subscription: SubscriptionDocument,
  templates: readonly TemplateName[],
): SubscriptionDocument {
  const left = { ...subscription.left };
  for (const name of new Set(templates)) left[name] = Math.min(mostLeft, left[name] + 1);
  return { ...subscription, left };
}

/** The subscription after one more message was sent; null when the person accepted no further one. */
export const spent = (subscription: SubscriptionDocument, name: TemplateName): SubscriptionDocument | null =>
  subscription.left[name] > 0 ? withLeft(subscription, name, subscription.left[name] - 1) : null;

/** WeChat says that the person takes no more of these (43101), whatever was counted. */
export const exhausted = (subscription: SubscriptionDocument, name: TemplateName): SubscriptionDocument =>
  withLeft(subscription, name, 0);

const withLeft = (
  subscription: SubscriptionDocument,
  name: TemplateName,
  count: number,
): SubscriptionDocument => ({ ...subscription, left: { ...subscription.left, [name]: count } });
