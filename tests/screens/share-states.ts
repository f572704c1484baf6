import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { either } from './either';
import { openPage, shows, tap, type ScreenState } from './open-page';

/** The ways to send a board, a place or a post to others. */
export const shareStates: ScreenState[] = [
  {
    name: 'send-board',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/share/pages/send/send', () =>
        Promise.resolve('?board=spare&at=430104'),
      );
      await tap(phone, '复制链接');
      await shows(phone, /^复制好了|^Copied/);
      return phone;
    },
  },
  {
    name: 'place-code',
    open: (town, scale) => openPage(town, scale, 'packages/share/pages/place-code/place-code'),
  },
  {
    name: 'poster',
    async open(town, scale) {
      const query = async (openid: string) => {
        const draft = aDraft('spare', { note: '' });
        return `?kind=post&id=${output(await town.product.call('posts', 'publish', draft, openid)).id}`;
      };
      const phone = await openPage(town, scale, 'packages/share/pages/poster/poster', query);
      await phone.page.getByRole('button', { name: either('海报，点击放大') }).waitFor();
      return phone;
    },
  },
];
