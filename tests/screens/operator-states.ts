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
      const page = 'packages/review/pages/operations/operations';
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
];
