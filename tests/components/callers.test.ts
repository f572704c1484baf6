import { answers, caller, campaign, contact, nowMs, refuses } from './fixtures';
import { openPage } from './mount';

const page = 'packages/trust/pages/callers/callers';
const waiting = caller;
const open = {
  ...caller,
  state: 'open',
  masked: contact.masked,
  can: { answer: false, call: true, say: true, end: true },
};
const ended = { ...caller, state: 'ended', can: { answer: false, call: false, say: false, end: false } };

const openWith = (shown: object) =>
  openPage(page, {
    functions: {
      'search.campaign': answers({ version: 'of a test', campaign }),
      'contact.callers': answers({ callers: [shown], nowMs }),
      'contact.endViewer': answers({ caller: ended, nowMs }),
    },
  });
const ends = ({ calls }: { calls: readonly { name: string }[] }) =>
  calls.filter(({ name }) => name === 'contact.endViewer');

test.each([
  ['a request for a call back', waiting, '婉拒', '一个月内，这个人不能再通过您的任何一条信息联系您。'],
  [
    'a contact with a number',
    open,
    '结束联系',
    '号码马上失效。一个月内，这个人不能再通过您的任何一条信息联系您。',
  ],
])('the poster ends %s after a question that says what follows', async (_what, shown, button, question) => {
  const phone = await openWith(shown);
  await phone.tap(button);
  expect(phone.has(question)).toBe(true);
  expect(ends(phone)).toEqual([]);
  await phone.tap(button === '婉拒' ? '婉拒' : '结束');
  expect(ends(phone)).toEqual([{ name: 'contact.endViewer', input: { id: contact.id } }]);
  expect(phone.has('已结束')).toBe(true);
  expect(phone.has('给TA回电')).toBe(false);
});

test('thinking again ends no contact', async () => {
  const phone = await openWith(open);
  await phone.tap('结束联系');
  await phone.tap('再想想');
  expect(ends(phone)).toEqual([]);
});

test('an ending that fails says so and changes nothing', async () => {
  const phone = await openPage(page, {
    functions: {
      'search.campaign': answers({ version: 'of a test', campaign }),
      'contact.callers': answers({ callers: [open], nowMs }),
      'contact.endViewer': refuses('busy', '现在用的人太多了。', 'now'),
    },
  });
  await phone.tap('结束联系');
  await phone.tap('结束');
  expect(phone.has('现在用的人太多了。')).toBe(true);
});

test('the giver of ibuprofen reads why it is not for the pregnant person who asks', async () => {
  const phone = await openWith({
    ...open,
    board: 'spare',
    summary: '布洛芬（胶囊、片）',
    forWhom: { groups: ['pregnant'], ill: null },
  });
  expect(phone.text()).toMatch(/布洛芬，怀孕.*/);
});
