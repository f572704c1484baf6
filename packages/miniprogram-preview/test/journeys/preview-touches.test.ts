import type { Locator } from 'playwright-core';
import type { Phone } from '../browser';
import { gallery } from './preview-server';
import { usePreview } from './use-preview';

const preview = usePreview(gallery);
let phone: Phone;
beforeEach(async () => {
  phone = await preview.open(preview.server.phone('pages/touches/touches'), { hasTouch: true });
});

const notes = () => phone.page.evaluate('getCurrentPages()[0].notes');

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

async function drag(locator: Locator, x: number, y: number): Promise<void> {
  const from = await middle(locator);
  await phone.page.mouse.move(from.x, from.y);
  await phone.page.mouse.down();
  await phone.page.mouse.move(from.x + x, from.y + y, { steps: 5 });
  await phone.page.mouse.up();
}

test.each(['finger', 'mouse'])(
  'a %s gives start, end and tap in this order, with its touches',
  async (by) => {
    const { x, y } = await middle(phone.page.locator('.inner'));
    if (by === 'finger') await phone.page.touchscreen.tap(x, y);
    else await phone.page.mouse.click(x, y);
    expect(await notes()).toEqual([
      '内 touchstart 0/0',
      '外 touchstart 0/0',
      '内 touchend /0',
      '外 touchend /0',
      '内 tap 0/0',
      '外 tap 0/0',
    ]);
  },
);

test('two fingers keep their numbers until each has left', async () => {
  const { x, y } = await middle(phone.page.locator('.inner'));
  const client = await phone.page.context().newCDPSession(phone.page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...ids: number[]) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: ids.map((id) => ({ x: x + 30 * id, y: type === 'touchMove' ? y + 15 : y, id })),
    });
  await send('touchStart', 0);
  await send('touchStart', 0, 1);
  await send('touchMove', 0, 1);
  await send('touchEnd', 1);
  await send('touchEnd');
  const inner = ((await notes()) as string[]).filter((note) => note.startsWith('内'));
  expect(inner).toEqual([
    '内 touchstart 0/0',
    '内 touchstart 01/1',
    '内 touchmove 01/01',
    '内 touchend 0/1',
    '内 touchend /0',
  ]);
});

test('a long press that is heard comes between start and end, and no tap follows', async () => {
  const { x, y } = await middle(phone.page.locator('.held'));
  await phone.page.mouse.click(x, y, { delay: 600 });
  expect(await notes()).toEqual(['按 touchstart 0/0', '按 longpress 0/0', '按 touchend /0']);
});

test('a mouse drags a list, and the page around it, as a finger does, without a tap', async () => {
  const list = phone.page.locator('.list');
  await drag(list, 0, -50);
  expect(await list.evaluate((element) => element.scrollTop)).toBe(50);
  expect(await notes()).toEqual([]);
  await drag(phone.page.locator('.held'), 0, -40);
  expect(await phone.page.evaluate('document.querySelector("#pages > wx-page").scrollTop')).toBe(40);
});

test('a swiper follows the finger, and a short way takes it nowhere', async () => {
  const slides = phone.page.locator('.slides');
  await drag(slides, -20, 0);
  await phone.page.getByText('0 20', { exact: true }).waitFor();
  await drag(slides, -90, 3);
  await phone.page.getByText('1 90', { exact: true }).waitFor();
  await drag(slides, 5, -60);
  await phone.page.getByText('1 90', { exact: true }).waitFor();
});

test('on a canvas a touch also says where it is on the canvas', async () => {
  const { x, y } = await middle(phone.page.locator('.paint'));
  await phone.page.mouse.click(x - 10, y + 5);
  expect(await notes()).toEqual(['画 40 25']);
});

test('icons have their colours and sizes', async () => {
  const icons = await phone.page.locator('.icon > svg').evaluateAll((drawn) =>
    drawn.map((icon) => {
      const { getComputedStyle: styleOf } = globalThis as never as {
        getComputedStyle(of: unknown): { color: string; width: string };
      };
      return [styleOf(icon).color, styleOf(icon).width].join(' ');
    }),
  );
  expect(icons.slice(0, 4)).toEqual([
    'rgb(9, 187, 7) 40px',
    'rgb(9, 187, 7) 40px',
    'rgb(16, 174, 255) 40px',
    'rgb(247, 98, 96) 40px',
  ]);
  expect(icons).toHaveLength(10);
});
