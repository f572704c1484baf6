import { computedStyle, type Phone } from '../browser';
import { gallery } from './preview-server';
import { usePreview } from './use-preview';

const preview = usePreview(gallery);
let phone: Phone;

const open = async (page: string, touch = false) => {
  phone = await preview.open(preview.server.phone(page), touch ? { hasTouch: true, isMobile: true } : {});
  return phone.page;
};

describe('form components', () => {
  test('a form collects every field by name', async () => {
    const page = await open('pages/forms/forms');
    await page.getByPlaceholder('姓名').fill('小李');
    await page.getByPlaceholder('备注').fill('两行\n备注');
    await page.getByRole('switch', { name: '加急' }).click();
    await page.getByRole('checkbox', { name: '儿童' }).click();
    await page.getByText('我有多').click();
    await page.getByRole('slider', { name: '年龄' }).fill('72');
    await page.getByRole('button', { name: '提交' }).click();
    const values = JSON.parse(await page.getByLabel('结果').innerText()) as object;
    expect(values).toMatchObject({ name: '小李', memo: '两行\n备注', urgent: true, board: 'spare', age: 72 });
    expect(values).toMatchObject({ groups: ['child', 'elderly'] });
    await page.getByText('名字 小李').waitFor();
    await page.getByRole('button', { name: '重置' }).click();
    await page.getByText('已重置').waitFor();
    expect(await page.getByPlaceholder('姓名').inputValue()).toBe('');
  });

  test('a selector picker gives the index chosen', async () => {
    const page = await open('pages/forms/forms', true);
    await page.getByText('单位').tap();
    await page.getByRole('option', { name: '盒' }).tap();
    await page.getByRole('button', { name: '确定' }).tap();
    await page.getByText('单位 盒').waitFor();
  });

  test('date and time pickers keep within the calendar', async () => {
    const page = await open('pages/forms/forms');
    await page.getByText('日期').click();
    await page.getByRole('option', { name: '2025年' }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('日期 2025-02-28').waitFor();
    await page.getByText('时间').click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('时间 08:05').waitFor();
  });

  test('a column may change the next one while the person chooses', async () => {
    const page = await open('pages/forms/forms');
    await page.getByText('多列').click();
    await page.getByRole('option', { name: '菜' }).click();
    await page.getByRole('option', { name: '白菜' }).waitFor();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('多列 1,0').waitFor();
  });

  test('a region is chosen by province, city and district', async () => {
    const page = await open('pages/forms/forms');
    await page.getByText('地区').click();
    await page.getByRole('option', { name: '湖南省' }).click();
    await page.getByRole('option', { name: '长沙市' }).click();
    await page.getByRole('option', { name: '岳麓区' }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('地区 湖南省长沙市岳麓区').waitFor();
  });
});

describe('other components', () => {
  test('components of a package work: tabs, cells, inputs, steppers, dialogs, toasts, popups', async () => {
    const page = await open('pages/widgets/widgets');
    await page.getByText('帮助', { exact: true }).click();
    await page.getByText('帮助面板').waitFor();
    await page.getByText('单元格').click();
    await page.getByRole('dialog').getByRole('button', { name: '乙' }).click();
    await page.getByRole('status').getByText('选了1').waitFor();
    await page.getByPlaceholder('请输入手机').fill('139');
    await page.getByText('输入 139').waitFor();
    await page.locator('[class*="t-stepper__plus"]').click();
    await page.getByText('数量 3').waitFor();
    await page.getByRole('button', { name: '对话框' }).click();
    await page.getByText('是的').click();
    await page.getByRole('dialog', { name: '好' }).getByRole('button', { name: '确定' }).click();
    await page.getByRole('button', { name: '轻提示' }).click();
    await page.getByText('轻轻一提').waitFor();
    await page.getByRole('button', { name: '弹层' }).click();
    await page.getByText('弹层内容').waitFor();
  });

  test('swipers, scroll views and movable views follow the finger', async () => {
    const page = await open('pages/widgets/widgets');
    const drag = async (selector: string, dx: number) => {
      const locator = page.locator(selector);
      await locator.scrollIntoViewIfNeeded();
      const box = await locator.boundingBox();
      if (!box) throw new Error(`${selector} is not on the screen`);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + dx, box.y + box.height / 2, { steps: 5 });
      await page.mouse.up();
    };
    await drag('wx-swiper', -120);
    await page.getByText('轮播 1').waitFor();
    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await page.getByText('触底 1').waitFor();
    await drag('.mover', 100);
    await page.getByText('移动 100').waitFor();
  });

  test('rich text keeps the nodes and attributes that WeChat trusts, and drops others with their children', async () => {
    const page = await open('pages/widgets/widgets');
    expect(await page.locator('.rich').innerHTML()).toBe('<p class="line">富<b>文本</b></p>');
    expect(await page.locator('.rich-nodes').innerHTML()).toBe('<ol start="3"><li>第三</li></ol>');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  test('pictures load, and a canvas can be drawn on', async () => {
    const page = await open('pages/widgets/widgets');
    await page.getByText('图 20x10').waitFor();
    const pixel = await page.evaluate(
      "Array.from(document.querySelector('wx-canvas canvas').getContext('2d').getImageData(5, 5, 1, 1).data)",
    );
    expect(pixel).toEqual([0, 82, 217, 255]);
  });

  test('a picker view scrolls to its value and reports the new one', async () => {
    const page = await open('pages/wheels/wheels');
    await page.getByText('选中 1:0').waitFor();
    await page.getByText('30 分').click();
    await page.getByText('选中 1:2').waitFor();
  });

  test('a page container closes on its overlay', async () => {
    const page = await open('pages/wheels/wheels');
    await page.getByRole('button', { name: '打开容器' }).click();
    await page.getByText('容器内容').waitFor();
    await page.mouse.click(200, 120);
    await page.getByText('容器内容').waitFor({ state: 'hidden' });
  });

  test('styles: units, ids, isolation, external classes, generics, hover', async () => {
    const page = await open('pages/styles/styles');
    expect(await computedStyle(page.getByText('宽', { exact: true }), 'width')).toBe('195px');
    expect(await computedStyle(page.getByText('按编号'), 'color')).toBe('rgb(0, 128, 0)');
    expect(await computedStyle(page.getByText('卡片', { exact: true }), 'color')).toBe('rgb(0, 0, 200)');
    expect(await computedStyle(page.getByText('卡内共用'), 'color')).toBe('rgb(1, 2, 3)');
    expect(await computedStyle(page.getByText('41', { exact: true }), 'color')).toBe('rgb(200, 0, 0)');
    expect(await computedStyle(page.locator('wx-counter').first(), 'padding-top')).toBe('10.4px');
    expect(await computedStyle(page.getByText('满屏'), 'height')).toBe(`${(780 - 24 - 44) / 2}px`);
    const hovering = page.getByText('按住');
    await hovering.hover();
    await page.mouse.down();
    expect(await computedStyle(hovering, 'color')).toBe('rgb(250, 0, 0)');
    await page.mouse.up();
  });
});
