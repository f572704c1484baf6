import { answers, contact, nowMs, quota } from './fixtures';
import { openPage } from './mount';

const page = 'packages/trust/pages/contacts/contacts';
const of = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...contact,
    id: at.toString(16).padStart(32, '0'),
    posterName: `${'王李张刘陈'.charAt(at)}*`,
  }));
const openWith = (count: number) =>
  openPage(page, { functions: { 'contact.mine': answers({ contacts: of(count), quota, nowMs }) } });
const opened = (text: string) => text.split('联系得怎么样？').length - 1;

test('two contacts show everything at once', async () => {
  const phone = await openWith(2);
  expect(opened(phone.text())).toBe(2);
});

test('of five contacts one is open, and a tap opens or folds another', async () => {
  const phone = await openWith(5);
  for (const name of ['王*', '李*', '张*', '刘*', '陈*']) expect(phone.text()).toContain(`${name}·布洛芬`);
  expect(opened(phone.text())).toBe(1);
  await phone.tap('刘*·布洛芬');
  expect(opened(phone.text())).toBe(2);
  await phone.tap('刘*·布洛芬');
  expect(opened(phone.text())).toBe(1);
});
