import {
  answers,
  aPieceOfNews,
  caller,
  campaign,
  contact,
  nothingWaits,
  nowMs,
  quota,
  refuses,
  self,
} from './fixtures';
import { openPage, type Answer } from './mount';

/** Pages of one behavior: the call that each waits for, a non-empty answer, and words that show it. */
const pages: {
  page: string;
  call: string;
  full: object;
  words: string;
  empty?: object;
  emptyWords?: string;
}[] = [
  {
    page: 'packages/trust/pages/contacts/contacts',
    call: 'contact.mine',
    full: { contacts: [contact], quota, nowMs },
    words: '王*·布洛芬',
    empty: { contacts: [], quota, nowMs },
    emptyWords: '您还没有联系过谁。',
  },
  {
    page: 'packages/trust/pages/callers/callers',
    call: 'contact.callers',
    full: { callers: [caller], nowMs },
    words: '赵*想要您的布洛芬',
    empty: { callers: [], nowMs },
    emptyWords: '还没有人联系您。有人要了您的号码、等您回电或给您发消息时，会出现在这里。',
  },
  {
    page: 'packages/review/pages/document-queue/document-queue',
    call: 'identity.documentQueue',
    full: {
      documents: [
        {
          id: contact.id,
          kind: 'passport',
          maskedName: 'A*',
          photoUrls: [],
          submittedAtMs: nowMs,
          mayLeave: true,
        },
      ],
      waiting: 1,
      nowMs,
    },
    words: '护照，A*',
    empty: { documents: [], waiting: 0, nowMs },
    emptyWords: '没有证件在等核验。',
  },
  {
    page: 'packages/trust/pages/my-data/my-data',
    call: 'identity.me',
    full: self,
    words: '我们存着您的什么',
  },
  {
    page: 'packages/trust/pages/verify/verify',
    call: 'identity.me',
    full: { ...self, verification: 'none', maskedName: null },
    words: '为什么要实名',
  },
  {
    page: 'packages/news/pages/news/news',
    call: 'news.mine',
    full: { news: [aPieceOfNews], nowMs },
    words: '有人想要您的布洛芬',
    empty: { news: [], nowMs },
    emptyWords: '还没有消息。有人联系您、审核有了结果，都会出现在这里。',
  },
  {
    page: 'pages/my-posts/my-posts',
    call: 'posts.mine',
    full: { posts: [], nowMs },
    words: '没有进行中的信息。',
  },
];

const others: Record<string, Answer> = {
  'identity.me': answers(self),
  'search.campaign': answers({ version: 'of a test', campaign }),
  'contact.interest': answers({ posts: [], nowMs }),
  'news.waiting': answers(nothingWaits),
  'news.markRead': answers({ unread: 0 }),
};

describe.each(pages)('$page', ({ page, call, full, words, empty, emptyWords }) => {
  test('shows the answer of its call', async () => {
    const phone = await openPage(page, { functions: { ...others, [call]: answers(full) } });
    expect(phone.has(words)).toBe(true);
  });

  test('shows the error, and a retry mends it', async () => {
    const functions = { ...others, [call]: refuses('busy', '现在用的人太多了。', 'now') };
    const phone = await openPage(page, { functions });
    expect(phone.has('现在用的人太多了。会自动再试，请稍等。')).toBe(true);
    functions[call] = answers(full);
    await phone.tap('重试');
    expect(phone.has(words)).toBe(true);
  });

  test('asks again when it is pulled down', async () => {
    const functions = { ...others, [call]: answers(full) };
    const phone = await openPage(page, { functions });
    const before = phone.calls.filter(({ name }) => name === call).length;
    phone.run('getCurrentPages()[0].onPullDownRefresh()');
    await phone.settle();
    expect(phone.calls.filter(({ name }) => name === call)).toHaveLength(before + 1);
    expect(phone.has(words)).toBe(true);
  });

  if (empty !== undefined && emptyWords !== undefined)
    test('says what is empty', async () => {
      const phone = await openPage(page, { functions: { ...others, [call]: answers(empty) } });
      expect(phone.has(emptyWords)).toBe(true);
    });
});

test.each([
  ['packages/trust/pages/contacts/contacts', 'contact.mine', 2],
  ['packages/trust/pages/verify/verify', 'identity.me', 1],
])('%s that shows again has made %s %i times', async (page, call, times) => {
  const functions = { ...others, 'contact.mine': answers({ contacts: [], quota, nowMs }) };
  const phone = await openPage(page, { functions });
  for (const hidden of [true, false])
    phone.run(`Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} });
      document.dispatchEvent(new Event('visibilitychange'));`);
  await phone.settle();
  expect(phone.calls.filter(({ name }) => name === call)).toHaveLength(times);
});

test('an answer that comes after that of a later question is not shown', async () => {
  const page = 'packages/trust/pages/contacts/contacts';
  const functions: Record<string, Answer> = {
    ...others,
    'contact.mine': answers({ contacts: [], quota, nowMs }),
  };
  const phone = await openPage(page, { functions });
  const late: (() => void)[] = [];
  const empty = answers({ contacts: [], quota, nowMs });
  const full = answers({ contacts: [contact], quota, nowMs });
  let asked = 0;
  functions['contact.mine'] = () => {
    asked += 1;
    return asked === 1 ? new Promise((resolve) => late.push(() => resolve(empty()))) : full();
  };
  for (let times = 0; times < 2; times += 1) phone.run('getCurrentPages()[0].onPullDownRefresh()');
  await phone.settle();
  expect(phone.has('王*·布洛芬')).toBe(true);
  expect(late).toHaveLength(1);
  for (const arrive of late) arrive();
  await phone.settle();
  expect(phone.has('王*·布洛芬')).toBe(true);
});

test('while the service is overloaded, the last answer stays, and the page says why and how old it is', async () => {
  const page = 'packages/trust/pages/contacts/contacts';
  const functions: Record<string, Answer> = {
    ...others,
    'contact.mine': answers({ contacts: [contact], quota, nowMs }),
  };
  const phone = await openPage(page, { functions });
  functions['contact.mine'] = refuses('busy', '现在用的人太多了。', 'now');
  phone.run('getCurrentPages()[0].onPullDownRefresh()');
  await phone.settle();
  expect(phone.has('王*·布洛芬')).toBe(true);
  expect(phone.has('现在用的人太多，这是刚刚的内容，会自动更新。')).toBe(true);
});
