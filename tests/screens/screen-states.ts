import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { chinaClock } from '@facts/china-time';
import { output } from '../integration/product';
import type { Town } from '../journeys/town';
import { contactStates } from './contact-states';
import { board, form } from './board-and-form';
import { either } from './either';
import { newNumber, openPage, shows, tap, type ScreenState } from './open-page';
import { operatorStates } from './operator-states';
import { restingStates } from './resting-states';
import { reviewStates } from './review-states';
import { shareStates } from './share-states';

/** A note that waits for a volunteer. */
const doubtful = '整箱布洛芬，家里用不完';

const publish =
  (town: Town, board: 'need' | 'spare', changes: object = {}) =>
  async (openid: string) =>
    `?id=${output(await town.product.call('posts', 'publish', aDraft(board, changes), openid)).id}`;

export const screenStates: ScreenState[] = [
  { name: 'home', open: (town, scale) => openPage(town, scale, 'pages/home/home') },
  { name: 'boards-spare', needsWholePost: true, open: (town, scale) => board(town, scale, '谁有药') },
  { name: 'boards-need', needsWholePost: true, open: (town, scale) => board(town, scale, '谁缺药') },
  {
    name: 'boards-map',
    open: async (town, scale) => {
      const phone = await board(town, scale, '谁有药');
      await tap(phone, '地图');
      await phone.page
        .getByRole('button', { name: /^\d+ (条|here)$/ })
        .first()
        .click();
      return phone;
    },
  },
  {
    name: 'boards-filter',
    async open(town, scale) {
      const phone = await board(town, scale, '谁有药');
      await tap(phone, '筛选');
      await shows(phone, '地区');
      return phone;
    },
  },
  {
    name: 'post-need',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const query = await publish(town, 'need', { groups: ['infant', 'pregnant'] })(owner);
      const phone = await openPage(town, scale, `packages/post/pages/post/post${query}`);
      await shows(phone, '发布人');
      return phone;
    },
  },
  {
    name: 'post-own',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/post/pages/post/post', publish(town, 'spare'));
      await shows(phone, '发布人');
      return phone;
    },
  },
  {
    name: 'contact-explain',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const query = await publish(town, 'spare')(owner);
      const phone = await openPage(town, scale, `packages/post/pages/post/post${query}`);
      await tap(phone, '联系TA');
      await shows(phone, '获取号码');
      return phone;
    },
  },
  {
    name: 'contact-later',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const hour = Number(chinaClock(town.product.cloud.clock.now()).slice(0, 2));
      const callHours = { from: (hour + 3) % 24, until: ((hour + 5) % 24) + 1 };
      const query = await publish(town, 'spare', { callHours })(owner);
      const phone = await openPage(town, scale, `packages/post/pages/post/post${query}`);
      await tap(phone, '联系TA');
      await shows(phone, '请TA回电');
      return phone;
    },
  },
  {
    name: 'contact-number',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const query = await publish(town, 'spare')(owner);
      const phone = await openPage(town, scale, `packages/post/pages/post/post${query}`);
      await tap(phone, '联系TA');
      await tap(phone, '获取号码');
      await shows(phone, '接下来');
      return phone;
    },
  },
  {
    name: 'my-posts',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'pages/my-posts/my-posts', async (openid) => {
        await publish(town, 'spare')(openid);
      });
      await shows(phone, '我发布的');
      return phone;
    },
  },
  {
    name: 'empty-need',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/publish/pages/publish-need/publish-need');
      await shows(phone, '添加需要的药');
      return phone;
    },
  },
  {
    name: 'publish-need',
    async open(town, scale) {
      const phone = await form(town, scale, 'need');
      await phone.page.getByRole('checkbox', { name: either('孕产妇') }).click();
      return phone;
    },
  },
  {
    name: 'publish-spare',
    async open(town, scale) {
      const phone = await form(town, scale, 'spare');
      await tap(phone, '发布，分给别人');
      await shows(phone, /请填写布洛芬|expiry date of Ibuprofen/);
      return phone;
    },
  },
  {
    name: 'choose-place',
    open: (town, scale) => openPage(town, scale, 'packages/place/pages/choose-place/choose-place'),
  },
  ...contactStates,
  ...restingStates,
  ...reviewStates,
  {
    name: 'alerts',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/news/pages/alerts/alerts', async (openid) => {
        const alert = { board: 'spare' as const, items: ['ibuprofen'], place: yuelu };
        output(await town.product.call('news', 'setAlert', alert, openid));
      });
      await shows(phone, '取消提醒');
      return phone;
    },
  },
  {
    name: 'news',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/news/pages/news/news', async (openid) => {
        const id = (await publish(town, 'spare', { note: '' })(openid)).slice(4);
        const viewer = await town.product.enrol(`screens-viewer-${newNumber()}`);
        output(await town.product.call('contact', 'request', { postId: id }, viewer));
      });
      await shows(phone, /有人想要您的|Somebody wants your/);
      return phone;
    },
  },
  {
    name: 'verify',
    open: (town, scale) =>
      openPage(town, scale, 'packages/trust/pages/verify/verify', undefined, `stranger-${newNumber()}`),
  },
  {
    name: 'documents',
    open: (town, scale) =>
      openPage(town, scale, 'packages/trust/pages/documents/documents', undefined, `stranger-${newNumber()}`),
  },
  { name: 'my-data', open: (town, scale) => openPage(town, scale, 'packages/trust/pages/my-data/my-data') },
  { name: 'guide', open: (town, scale) => openPage(town, scale, 'packages/guide/pages/guide/guide') },
  {
    name: 'guide-medicine',
    open: (town, scale) => openPage(town, scale, 'packages/guide/pages/medicine/medicine?code=ibuprofen'),
  },
  {
    name: 'guide-drawer',
    open: (town, scale) => openPage(town, scale, 'packages/guide/pages/drawer/drawer'),
  },
  ...shareStates,
  {
    name: 'arrive-unreadable',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'pages/arrive/arrive', async () => '?scene=damaged');
      await shows(phone, /认不出来|not readable/);
      return phone;
    },
  },
  {
    name: 'post-ended',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const query = await publish(town, 'spare', { note: '' })(owner);
      output(await town.product.call('posts', 'fulfil', { id: query.slice(4) }, owner));
      const phone = await openPage(town, scale, `packages/post/pages/post/post${query}`);
      await shows(phone, '附近还有人有');
      return phone;
    },
  },
  {
    name: 'post-erased',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const query = await publish(town, 'spare', { note: '' })(owner);
      output(await town.product.call('identity', 'eraseMyData', { confirm: true }, owner));
      const phone = await openPage(town, scale, `packages/post/pages/post/post${query}`);
      await shows(phone, '看看附近还有什么');
      return phone;
    },
  },
  {
    name: 'post-waiting',
    async open(town, scale) {
      const phone = await openPage(
        town,
        scale,
        'packages/post/pages/post/post',
        publish(town, 'spare', { note: doubtful }),
      );
      await shows(phone, '在等志愿者看');
      return phone;
    },
  },
  {
    name: 'report-sheet',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const query = await publish(town, 'spare', { note: '' })(owner);
      const phone = await openPage(town, scale, `packages/post/pages/post/post${query}`);
      await tap(phone, '举报这条信息');
      await phone.page.getByRole('radio', { name: either('要钱') }).waitFor();
      return phone;
    },
  },
  {
    name: 'review-queue',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      await publish(town, 'spare', { note: doubtful })(owner);
      const volunteer = await town.product.enrol(`screens-volunteer-${newNumber()}`, { role: 'volunteer' });
      const phone = await openPage(town, scale, 'packages/review/pages/queue/queue', undefined, volunteer);
      await shows(phone, '整箱');
      return phone;
    },
  },
  {
    name: 'review-operators',
    async open(town, scale) {
      const operator = await town.product.enrol(`screens-operator-${newNumber()}`, { role: 'operator' });
      const page = 'packages/review/pages/operators/operators';
      const phone = await openPage(town, scale, page, undefined, operator);
      await shows(phone, '邀请志愿者');
      return phone;
    },
  },
  ...operatorStates,
  {
    name: 'help',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/help/pages/help/help', async (openid) => {
        const message = { kind: 'how' as const, text: '怎么改成另一个小区' };
        output(await town.product.call('moderation', 'sendFeedback', message, openid));
      });
      await shows(phone, '我写过的');
      return phone;
    },
  },
  {
    name: 'help-after-error',
    open: (town, scale) =>
      openPage(town, scale, 'packages/help/pages/help/help', async () => '?error=verification-no-record'),
  },
  {
    name: 'review-feedback',
    async open(town, scale) {
      const message = { kind: 'broken' as const, text: '点获取号码一直转圈', error: 'carrier-down' };
      const writer = `screens-writer-${newNumber()}`;
      output(await town.product.call('moderation', 'sendFeedback', message, writer));
      const operator = await town.product.enrol(`screens-operator-${newNumber()}`, { role: 'operator' });
      const page = 'packages/review/pages/feedback/feedback';
      const phone = await openPage(town, scale, page, undefined, operator);
      await phone.page.getByRole('button', { name: /^答复/ }).first().click();
      await shows(phone, '收到了，谢谢您');
      return phone;
    },
  },
  { name: 'review-join', open: (town, scale) => openPage(town, scale, 'packages/review/pages/join/join') },
  {
    name: 'my-reports',
    open: (town, scale) => openPage(town, scale, 'packages/review/pages/reports/reports'),
  },
];
