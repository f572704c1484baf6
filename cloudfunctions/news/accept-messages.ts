import type { newsCalls } from '../shared/contract/news-calls';
import { accepted, newSubscription } from '../shared/domain/subscription';
import { writeFor } from '../shared/adapters/write-for';
import { requireAccount } from '../shared/kernel/actor';
import type { OpenUseCase } from '../shared/kernel/procedure';

/** Counts what the person accepted on this phone: one message of each template. */
export const acceptMessages: OpenUseCase<typeof newsCalls.accepted> = async (
  { templates },
  { actor, nowMs, refuse },
) => {
  const { openid, epoch } = requireAccount(await actor(), refuse);
  const author = { account: { id: openid, epoch }, person: null, beganMs: nowMs };
  const { left } = await writeFor(author, async ({ read, write }) => {
    const subscription = accepted(
      (await read('subscriptions', openid)) ?? newSubscription(openid),
      templates,
    );
    await write('subscriptions', subscription);
    return subscription;
  });
  return { left };
};
