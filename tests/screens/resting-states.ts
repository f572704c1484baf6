import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { storeOf } from '../../scripts/operators/store';
import { output } from '../integration/product';
import type { Town } from '../journeys/town';
import { newNumber, openPage, shows, tap, type ScreenState } from './open-page';

const page = 'packages/post/pages/post/post';

/** Posts of which it is not known whether they still hold, as others and their owners see them. */
export const restingStates: ScreenState[] = [
  {
    name: 'resting-post',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const phone = await openPage(town, scale, page, async () => `?id=${await restingSpare(town, owner)}`);
      await shows(phone, /可能没有了|Perhaps all gone/);
      return phone;
    },
  },
  {
    name: 'resting-contact',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const phone = await openPage(town, scale, page, async () => `?id=${await restingSpare(town, owner)}`);
      await tap(phone, '联系TA');
      await shows(phone, '请TA回电');
      return phone;
    },
  },
  {
    // Somebody asked to be called back, and the giver has said that there is some.
    name: 'resting-kept',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const page = 'packages/trust/pages/contacts/contacts';
      const phone = await openPage(town, scale, page, async (viewer) => {
        const id = await restingSpare(town, owner);
        output(await town.product.call('contact', 'request', { postId: id }, viewer));
        output(await town.product.call('posts', 'keep', { id }, owner));
        return '';
      });
      await shows(phone, /现在可以要号码|You can get a number/);
      return phone;
    },
  },
  {
    name: 'resting-need',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const phone = await openPage(town, scale, page, async () => `?id=${await restingNeed(town, owner)}`);
      await shows(phone, /可能不需要了|Perhaps no longer needed/);
      return phone;
    },
  },
  {
    name: 'resting-own',
    async open(town, scale) {
      const phone = await openPage(
        town,
        scale,
        page,
        async (owner) => `?id=${await restingSpare(town, owner)}`,
      );
      await shows(phone, /现在不知道还有没有|Perhaps all is gone/);
      return phone;
    },
  },
];

/** The id of a need whose owner has not answered. */
async function restingNeed({ product }: Town, owner: string): Promise<string> {
  const { id } = output(await product.call('posts', 'publish', aDraft('need', { note: '' }), owner));
  await storeOf(product.cloud.database).update('posts', id, {
    isResting: true,
    question: { kind: 'still-needed', askedAtMs: product.cloud.clock.now() },
    questionDueAtMs: null,
  });
  return id;
}

/** The id of a spare that was confirmed two hours ago, and whose owner has not answered since. */
async function restingSpare({ product }: Town, owner: string): Promise<string> {
  const { id } = output(await product.call('posts', 'publish', aDraft('spare', { note: '' }), owner));
  const nowMs = product.cloud.clock.now();
  await storeOf(product.cloud.database).update('posts', id, {
    isResting: true,
    confirmedAtMs: nowMs - 2 * 3_600_000,
    question: { kind: 'still-there', askedAtMs: nowMs },
    questionDueAtMs: null,
  });
  return id;
}
