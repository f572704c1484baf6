import { SubscriptionDocument } from '../contract/subscription-document';
import { command, database } from './database';
import { documents } from './stored';

const subscriptions = () => database.collection('subscriptions');

/** The subscriptions of these accounts. */
export async function subscriptionsOf(openids: readonly string[]): Promise<SubscriptionDocument[]> {
  if (openids.length === 0) return [];
  const answer = await subscriptions()
    .where({ _id: command.in([...openids]) })
    .limit(100)
    .get();
  return documents(SubscriptionDocument, answer);
}
