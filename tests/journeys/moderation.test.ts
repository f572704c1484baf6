import type { Locator } from 'playwright-core';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { aPicture, jpegWithPlace, secretPlace } from '../integration/upload-picture';
import type { Phone } from 'miniprogram-preview/testing';
import { chooseDistrict, keepPicture, startTown, type Town } from './town';

let town: Town;
/** Pictures that WeChat has looked at. */
const judged: Buffer[] = [];
const phones: Phone[] = [];

beforeAll(async () => {
  town = await startTown(20, {
    judgePicture(content) {
      judged.push(content);
      return 'pass';
    },
  });
}, 180_000);
afterAll(() => town.close());
afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.close();
});

async function phoneOf(openid: string, page?: string): Promise<Phone> {
  const phone = await town.phone(openid, page);
  phones.push(phone);
  return phone;
}
const button = ({ page }: Phone, name: string | RegExp): Locator => page.getByRole('button', { name });
const publish = async (owner: string, note: string) =>
  output(await town.product.call('posts', 'publish', aDraft('spare', { note }), owner));
const queue = 'packages/review/pages/queue/queue';

test('two reports hide a post, a volunteer restores it, the reporter reads what became of it', async () => {
  const owner = await town.product.enrol('reported-owner');
  const { id } = await publish(owner, '放在门口自取');
  const reporters = [await town.product.enrol('reporter-one'), await town.product.enrol('reporter-two')];
  for (const [index, reporter] of reporters.entries()) {
    const phone = await phoneOf(reporter, `packages/post/pages/post/post?id=${id}`);
    await button(phone, '举报这条信息').click();
    await phone.page.getByRole('radio', { name: '要钱' }).click();
    if (index === 0) await keepPicture(phone, 'report-sheet');
    await button(phone, '举报').last().click();
    await phone.page.getByText(/已收到，会有人来看/).waitFor();
  }
  const owners = await phoneOf(owner, 'pages/my-posts/my-posts');
  await owners.page.getByText('被举报，先收起来了').waitFor();
  await keepPicture(owners, 'own-hidden');

  const volunteer = await phoneOf(await town.product.enrol('restorer', { role: 'volunteer' }), queue);
  await volunteer.page.getByText(/举报：要钱 2/).waitFor();
  await keepPicture(volunteer, 'review-queue');
  await button(volunteer, '放行').click();
  await button(volunteer, '撤销刚才的决定').waitFor();
  await keepPicture(volunteer, 'review-undo');
  // The minute for taking back, then the timer's next one.
  for (let minutes = 0; minutes < 2; minutes++)
    await town.product.cloud.clock.advance(61_000, { fire: 'once' });

  const reporter = await phoneOf(reporters[0] ?? '', 'pages/my-posts/my-posts');
  await button(reporter, /^我的举报/).click();
  await reporter.page.getByText(/处理了/).waitFor();
  await keepPicture(reporter, 'my-reports');
  const { status } = output(await town.product.call('posts', 'read', { id }, reporters[0] ?? ''));
  expect(status).toBe('published');
});

test('要钱了 from two people takes a post from its board, and its owner reads why', async () => {
  const owner = await town.product.enrol('asks-for-money');
  const { id } = await publish(owner, '放在门口自取');
  for (const name of ['asked-one', 'asked-two']) {
    const viewer = await town.product.enrol(name);
    output(await town.product.call('contact', 'request', { postId: id }, viewer));
    const phone = await phoneOf(viewer, 'packages/trust/pages/contacts/contacts');
    await button(phone, '联系过了，说说结果').click();
    await phone.page.getByRole('radio', { name: '要钱了' }).click();
    await phone.page.getByText('已记下，还您一次联系机会').waitFor();
  }
  const owners = await phoneOf(owner, 'pages/my-posts/my-posts');
  await owners.page.getByText('被举报，先收起来了').waitFor();
  expect(await town.product.call('posts', 'read', { id }, 'stranger')).toMatchObject({
    error: { code: 'post-closed' },
  });
});

test('a doubtful post waits; its owner reads why, corrects it, and it is published', async () => {
  const owner = await town.product.enrol('doubtful-owner');
  const { id } = await publish(owner, '整箱布洛芬，家里用不完');
  const phone = await phoneOf(owner, `packages/post/pages/post/post?id=${id}`);
  await phone.page.getByText('在等志愿者看，别人还看不到').waitFor();
  await keepPicture(phone, 'own-waiting');
  await button(phone, '修改再发').click();
  await button(phone, '再发一次').waitFor();
  await phone.page.locator('textarea').fill('家里用不完，放门口自取');
  await keepPicture(phone, 'correct');
  await button(phone, '再发一次').click();
  await button(phone, '送出 1 份').waitFor();
  const { posts } = output(await town.product.call('posts', 'mine', {}, owner));
  expect(posts).toMatchObject([{ id, status: 'published', note: '家里用不完，放门口自取' }]);
});

test('an operator invites, a member passes the trial, is accepted, and sees the queue', async () => {
  const operator = await town.product.enrol('appointing', { role: 'operator' });
  const operators = await phoneOf(operator, 'packages/review/pages/operators/operators');
  await button(operators, '生成邀请码').click();
  const shown = await button(operators, /（点一下复制）/).textContent();
  const code = /[A-Z2-9]{8}/.exec(shown ?? '')?.[0] ?? '';

  const newcomer = await town.product.enrol('newcomer');
  const phone = await phoneOf(newcomer, 'pages/my-posts/my-posts');
  await button(phone, /^当志愿者/).click();
  await phone.page.getByLabel('邀请码').last().fill(code);
  await button(phone, '开始').click();
  for (const [index, answer] of ['放行', '拒绝', '放行', '请改', '拒绝'].entries())
    await phone.page.getByRole('radio', { name: answer }).nth(index).click();
  await keepPicture(phone, 'join-trial');
  await button(phone, '交卷').click();
  await phone.page.getByText('答对了 5 题，合格。').waitFor();

  await operators.page.reload();
  await operators.page.getByText(/答对 5 题/).waitFor();
  await keepPicture(operators, 'operators-waiting');
  await button(operators, '全部同意').click();
  await button(operators, '撤下测*').waitFor();

  const volunteer = await phoneOf(newcomer, 'pages/my-posts/my-posts');
  await button(volunteer, /^志愿者审核/).click();
  await volunteer.page.getByText(/现在没有要看的|还有 \d+ 条在等|后面没有在等的了/).waitFor();
});

test('a phone number is marked while it is typed, and the function refuses it', async () => {
  const owner = await town.product.enrol('typing-owner');
  const phone = await phoneOf(owner, 'packages/publish/pages/publish-need/publish-need');
  await phone.page.locator('textarea').fill('孩子高烧，电话13812345678');
  await phone.page.getByText('这些字发出去谁都能看到，先去掉：').waitFor();
  await keepPicture(phone, 'note-marked');
  const draft = aDraft('need', { note: '孩子高烧，电话13812345678' });
  expect(await town.product.call('posts', 'publish', draft, owner)).toMatchObject({
    error: { code: 'note-to-clean', field: 'note' },
  });
  await button(phone, '一键去掉').click();
  await phone.page.getByText('这些字发出去谁都能看到，先去掉：').waitFor({ state: 'hidden' });
});

test('a photo of the box is drawn again on the phone, and shown to others once WeChat has checked it', async () => {
  const owner = await town.product.enrol('photo-owner');
  const phone = await phoneOf(owner);
  await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
  await button(phone, '我有多的药，分给别人').click();
  await button(phone, '添加能送的药').click();
  await phone.page.getByRole('checkbox', { name: '抗原试剂' }).click();
  await button(phone, '完成').click();
  await phone.page.getByRole('radio', { name: '家里的余药' }).click();
  const choosing = phone.page.waitForEvent('filechooser');
  await button(phone, '拍照或从相册选').click();
  await phone.page.getByRole('button', { name: '同意', exact: true }).click();
  await (
    await choosing
  ).setFiles([
    { name: 'box.jpg', mimeType: 'image/jpeg', buffer: jpegWithPlace },
    { name: 'expiry.png', mimeType: 'image/png', buffer: aPicture },
  ]);
  await button(phone, '药盒照片 2，点开放大').scrollIntoViewIfNeeded();
  await keepPicture(phone, 'photo-field');
  await button(phone, '发布，分给别人').click();
  await phone.page.getByText('正在检查，通过后别人才看得到').last().scrollIntoViewIfNeeded();
  await keepPicture(phone, 'photo-waiting');
  expect(judged).toEqual([]);
  await town.product.cloud.clock.advance(61_000, { fire: 'once' });

  const [post] = output(await town.product.call('posts', 'mine', {}, owner)).posts;
  const reader = await phoneOf(
    await town.product.enrol('photo-reader'),
    `packages/post/pages/post/post?id=${post?.id}`,
  );
  const photo = button(reader, '药盒照片 2，点开放大');
  while ((await photo.count()) === 0) {
    await reader.page.reload();
    await reader.page.getByText('可以送出').waitFor();
  }
  // What left the phone holds nothing of where it was taken.
  expect(judged.map((content) => content.includes(secretPlace))).toEqual([false, false]);
  await photo.scrollIntoViewIfNeeded();
  await keepPicture(reader, 'photo-shown');
  await photo.click();
  await reader.page.getByRole('dialog', { name: '图片' }).waitFor();
}, 120_000);
