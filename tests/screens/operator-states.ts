import { close, reopen } from '../../scripts/operators/close';
import { storeOf } from '../../scripts/operators/store';
import { output } from '../integration/product';
import type { Town } from '../journeys/town';
import { newNumber, openPage, shows, type ScreenState } from './open-page';

export const operatorStates: ScreenState[] = [
  {
    name: 'achieved',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/achieved/pages/achieved/achieved');
      await shows(phone, '全国');
      return phone;
    },
  },
  {
    name: 'review-operations',
    async open(town, scale) {
      const operator = await town.product.enrol(`screens-operator-${newNumber()}`, { role: 'operator' });
      const page = 'packages/achieved/pages/operations/operations';
      const phone = await openPage(town, scale, page, undefined, operator);
      await shows(phone, '每小时');
      return phone;
    },
  },
  {
    name: 'review-campaign',
    async open(town, scale) {
      const operator = await town.product.enrol(`screens-operator-${newNumber()}`, { role: 'operator' });
      const page = 'packages/review/pages/campaign/campaign';
      const phone = await openPage(town, scale, page, undefined, operator);
      await shows(phone, '改过的');
      return phone;
    },
  },
  {
    name: 'home-notice',
    async open(town, scale) {
      await announce(town, { notice: { text: notice, english: 'Maintenance tonight at ten.' } });
      const phone = await openPage(town, scale, 'pages/home/home');
      await shows(phone, /今晚十点维护|Maintenance/);
      await announce(town, {});
      return phone;
    },
  },
  {
    name: 'home-closing',
    async open(town, scale) {
      const store = storeOf(town.product.cloud.database);
      await close(store, 30, town.product.cloud.clock.now());
      await town.product.cloud.clock.advance(61_000, { fire: 'once' });
      const stranger = `stranger-${newNumber()}`;
      const phone = await openPage(town, scale, 'pages/home/home', undefined, stranger);
      await shows(phone, '这次互助已经结束');
      await reopen(store, town.product.cloud.clock.now());
      return phone;
    },
  },
];

const notice = '今晚十点维护，大约半小时不能发布。已经拿到的号码照常能打。';

/** Changes the running campaign, and waits until every instance runs it. */
async function announce({ product }: Town, changes: object): Promise<void> {
  const operator = await product.enrol(`screens-operator-${newNumber()}`, { role: 'operator' });
  const { number } = output(await product.call('moderation', 'campaignChanges', {}, operator));
  const change = { after: number, changes: JSON.stringify(changes), reason: '看看' };
  output(await product.call('moderation', 'changeCampaign', change, operator));
  await product.cloud.clock.advance(31_000, { fire: 'once' });
}
