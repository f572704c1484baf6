import { computedStyle, type Phone } from '../browser';
import { gallery } from './preview-server';
import { usePreview } from './use-preview';

const preview = usePreview(gallery);
let phone: Phone;
beforeEach(async () => {
  phone = await preview.open();
  await phone.page.getByLabel('记录').getByText('ready').waitFor();
});

const events = () => phone.page.getByLabel('记录').innerText();

describe('pages', () => {
  test('a page goes through load, show and ready', async () => {
    expect(await events()).toBe('load show ready');
  });

  test('templates, includes, WXS, components with slots and loops are drawn', async () => {
    for (const text of ['template says <LINE>', 'included 40', '计数3', '第0行']) {
      await phone.page.getByText(text).first().waitFor();
    }
  });

  test('a component sends its page an event', async () => {
    await phone.page.getByRole('button', { name: '加一' }).click();
    await phone.page.getByLabel('记录').getByText('count:4').waitFor();
  });

  test('navigateTo passes a query and talks through the event channel', async () => {
    await phone.page.getByText('去表单').click();
    await phone.page.getByText('from home/叶 招呼 hello').waitFor();
    await phone.page.getByRole('heading', { name: '表单' }).waitFor();
    await phone.page.getByPlaceholder('姓名').fill('小李');
    await phone.page.getByRole('button', { name: '保存并返回' }).click();
    expect(await events()).toBe('load show ready hide saved:小李 show');
  });

  test('the back button leads back', async () => {
    await phone.page.getByText('去分包').click();
    await phone.page.getByText('分包页 7').waitFor();
    await phone.page.getByRole('heading', { name: '深 7' }).waitFor();
    await phone.page.getByRole('button', { name: '返回' }).click();
    await phone.page.getByText('去分包').waitFor();
  });

  test('tabs keep their pages', async () => {
    await phone.page.getByRole('tab', { name: '第二页' }).click();
    await phone.page.getByText('第二页内容').waitFor();
    await phone.page.getByRole('button', { name: '显示角标' }).click();
    await phone.page.getByRole('tab', { name: '首页' }).getByText('8').waitFor();
    await phone.page.getByRole('tab', { name: '首页' }).click();
    expect(await events()).toBe('load show ready hide show');
  });

  test('a page that leads on while it loads leaves the other one its bars', async () => {
    const other = await preview.open(
      preview.server.phone('packages/extra/pages/deep/deep?to=/pages/home/home'),
    );
    await other.page.getByRole('tab', { name: '首页', selected: true }).waitFor();
    await other.page.getByRole('heading', { name: '首页' }).waitFor();
  });

  test('a navigator switches tabs', async () => {
    await phone.page.getByRole('link', { name: '换到第二页' }).click();
    await phone.page.getByText('第二页内容').waitFor();
  });

  test('pulling down refreshes, with mouse and with touch', async () => {
    const { mouse } = phone.page;
    await mouse.move(200, 120);
    await mouse.down();
    await mouse.move(200, 300, { steps: 5 });
    await mouse.up();
    await phone.page.getByLabel('记录').getByText('pulled').waitFor();
  });

  test('reaching the bottom is reported once', async () => {
    await phone.page.locator('wx-page').evaluate((page) => page.scrollTo(0, page.scrollHeight));
    await phone.page.getByText('到底 1 次').waitFor();
  });

  test('reloading the browser comes back to the same page', async () => {
    await phone.page.getByText('去分包').click();
    await phone.page.getByText('分包页 7').waitFor();
    await phone.page.reload();
    await phone.page.getByText('分包页 7').waitFor();
  });

  test('rem follows the font size of the person', async () => {
    const sizeOf = (scaled: Phone) => computedStyle(scaled.page.getByText('大字'), 'font-size');
    const large = await preview.open(preview.server.phone('', '', { fontScale: '1.5' }));
    await large.page.getByText('大字').waitFor();
    expect([await sizeOf(phone), await sizeOf(large)]).toEqual(['32px', '48px']);
  });
});
