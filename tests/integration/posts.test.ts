import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import type { PostDraft } from '../../cloudfunctions/shared/contract/posts-calls';
import { postDetail } from '../../miniprogram/presenters/post/post-detail';
import { campaign } from '../../local/seed/catalogue';
import { booksOf, documents } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';

let product: Product;
let donor: string;
let other: string;
beforeAll(async () => {
  product = await startProduct();
  donor = await product.enrol('donor');
  other = await product.enrol('other');
});
afterAll(() => product.close());

const publish = (draft: PostDraft = aDraft('spare'), openid = donor) =>
  product.call('posts', 'publish', draft, openid);
const fulfil = (id: string, openid = donor) => product.call('posts', 'fulfil', { id }, openid);

test('a published spare is found first by those nearby, and nothing reveals where it was picked', async () => {
  const post = output(await publish());
  const page = output(
    await product.call('search', 'nearby', { board: 'spare', items: ['ibuprofen'], place: yuelu }),
  );
  expect(page.posts[0]?.id).toBe(post.id);
  expect(page.posts[0]?.adcode).toBe('430104');
  expect(page.names).toEqual({ ibuprofen: post.items[0]?.name });
  // The picked longitude ends after three digits; a blurred one may begin with the same ones.
  expect(JSON.stringify([post, page])).not.toMatch(/112\.931(?!\d)/);
  output(await fulfil(post.id));
});

test('a note with forbidden passages is answered with these, and nothing is published', async () => {
  const writer = await product.enrol('number-writer');
  const note = '老人发烧39.4度，电话 138-1234-5678，放3栋2单元1201门口';
  expect(await publish(aDraft('need', { note }), writer)).toMatchObject({
    error: {
      code: 'note-to-clean',
      field: 'note',
      findings: [
        { kind: 'mobile', words: '电话 138-1234-5678' },
        { kind: 'house-number', words: '3栋2单元1201' },
      ],
    },
  });
  expect(output(await product.call('posts', 'mine', {}, writer)).posts).toEqual([]);
});

test('ways of handing over reach the board and the page of the post, and none is invented', async () => {
  const stated = output(await publish(aDraft('spare', { handOver: ['contactless', 'mail'] })));
  const silent = output(await publish());
  const page = output(await product.call('search', 'nearby', { board: 'spare', place: yuelu }));
  const listed = (id: string) => page.posts.find((post) => post.id === id)?.handOver;
  expect([listed(stated.id), listed(silent.id)]).toEqual([['contactless', 'mail'], undefined]);
  const facts = (post: typeof stated) =>
    postDetail(post, campaign, '', post.publishedAtMs).facts.filter(({ name }) => name === '怎么交接');
  expect(facts(stated)).toEqual([{ name: '怎么交接', value: '可邮寄、无接触' }]);
  expect(facts(silent)).toEqual([]);
  const draft = { ...aDraft('spare'), handOver: ['mail', 'mail'] };
  expect(await product.callRaw('posts', { call: 'publish', input: draft }, donor)).toMatchObject({
    error: { code: 'invalid-input', field: 'handOver' },
  });
  for (const { id } of [stated, silent]) output(await fulfil(id));
});

test.each(['国药准字H20013062', '国药准字HJ20160685', '国药准字ZC20160009'])(
  'a box shows the approval number %s, and the post gives it back',
  async (approvalNumber) => {
    const items = aDraft('spare').items.map((item) => ({ ...item, approvalNumber }));
    const post = output(await publish(aDraft('spare', { items })));
    expect(post.items[0]?.approvalNumber).toBe(approvalNumber);
    output(await fulfil(post.id));
  },
);

test('a retried publish makes one post, even when both tries run at once', async () => {
  const draft = aDraft('spare');
  const tries = await Promise.all([publish(draft), publish(draft), publish(draft)]);
  const again = await publish(draft);
  expect(new Set([...tries, again].map((response) => output(response).id)).size).toBe(1);
  output(await fulfil(output(again).id));
});

test('twelve publications at once leave exactly three open on a board', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => publish(aDraft('need'), other)));
  const made = answers.filter((answer) => answer.ok);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
  expect(refused.filter((code) => code !== 'too-many-open-posts' && code !== 'busy')).toEqual([]);
  const mine = output(await product.call('posts', 'mine', {}, other));
  expect(mine.posts.filter((post) => post.status === 'published').length).toBe(made.length);
  expect(made.length).toBeLessThanOrEqual(3);
  for (let spare = made.length; spare < 3; spare += 1) output(await publish(aDraft('need'), other));
  expect(await publish(aDraft('need'), other)).toMatchObject({
    ok: false,
    error: { code: 'too-many-open-posts' },
  });
  for (const post of output(await product.call('posts', 'mine', {}, other)).posts)
    output(await product.call('posts', 'withdraw', { id: post.id }, other));
});

test('portions given one by one close the post at zero', async () => {
  const { id } = output(await publish());
  const give = (leftBefore: number, leftAfter: number) =>
    product.call('posts', 'give', { id, leftBefore, leftAfter }, donor);
  expect(output(await give(3, 2)).portions).toEqual({ total: 3, left: 2 });
  expect(output(await give(3, 2)).portions).toEqual({ total: 3, left: 2 });
  expect(await give(3, 1)).toMatchObject({ ok: false, error: { code: 'post-changed' } });
  expect(output(await give(2, 0))).toMatchObject({ status: 'fulfilled', portions: { left: 0 } });
  expect(await give(1, 0)).toMatchObject({ ok: true });
  expect(await product.call('posts', 'renew', { id }, donor)).toMatchObject({
    error: { code: 'post-closed' },
  });
});

test('two people marking portions at once never give more than there are', async () => {
  const { id } = output(await publish(aDraft('spare', { portions: 10 })));
  let left = 10;
  while (left > 0) {
    const answers = await Promise.all(
      [1, 2, 3].map((given) =>
        product.call('posts', 'give', { id, leftBefore: left, leftAfter: Math.max(0, left - given) }, donor),
      ),
    );
    const changed = answers.filter((answer) => answer.ok);
    expect(changed.length).toBeGreaterThanOrEqual(1);
    const now = output(await product.call('posts', 'read', { id }, donor)).portions?.left ?? -1;
    expect(now).toBeLessThan(left);
    left = now;
  }
});

test('renewing puts off the end but not the place in the list', async () => {
  const { id, publishedAtMs, expiresAtMs } = output(await publish());
  await product.cloud.clock.advance(59 * 3_600_000, { fire: 'once' });
  expect(await product.call('posts', 'renew', { id }, donor)).toMatchObject({
    error: { code: 'renewal-early', message: '到期前 12 小时里可以延长，现在还早。' },
  });
  await product.cloud.clock.advance(2 * 3_600_000, { fire: 'once' });
  const renewed = output(await product.call('posts', 'renew', { id }, donor));
  expect(renewed.publishedAtMs).toBe(publishedAtMs);
  expect(renewed.expiresAtMs).toBeGreaterThanOrEqual(expiresAtMs + 61 * 3_600_000);
  output(await fulfil(id));
});

test('a post past its end leaves the boards, and its owner alone still reads it', async () => {
  const { id } = output(await publish());
  await product.cloud.clock.advance(73 * 3_600_000, { fire: 'once' });
  const page = output(await product.call('search', 'nearby', { board: 'spare', place: yuelu }));
  expect(page.posts.map((post) => post.id)).not.toContain(id);
  expect(output(await product.call('posts', 'read', { id }, donor)).status).toBe('expired');
  expect(await product.call('posts', 'read', { id }, other)).toMatchObject({
    error: { code: 'post-closed' },
  });
});

test('a stranger may read and search but not publish', async () => {
  const { id } = output(await publish());
  expect(output(await product.call('posts', 'read', { id }, 'stranger')).mine).toBe(false);
  expect(await publish(aDraft('spare'), 'stranger')).toMatchObject({
    error: { code: 'verification-required' },
  });
  expect(await publish(aDraft('spare'), '')).toMatchObject({ error: { code: 'sign-in-required' } });
  output(await fulfil(id));
});

test.each(['renew', 'withdraw', 'fulfil'] as const)(
  "a person cannot %s another person's post",
  async (call) => {
    const { id } = output(await publish());
    expect(await product.call('posts', call, { id }, other)).toMatchObject({
      error: { code: 'not-allowed' },
    });
    output(await fulfil(id));
  },
);

test('a blocked person may end a post but not renew it', async () => {
  const dealer = await product.enrol('dealer');
  const { id } = output(await publish(aDraft('spare'), dealer));
  await product.cloud.database.handle('database.modifyDocument', {
    collectionName: 'persons',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: personIdOf('dealer') }),
    data: JSON.stringify({ $set: { blockedAtMs: 1 } }),
    multi: false,
    merge: true,
    upsert: false,
  });
  expect(await product.call('posts', 'renew', { id }, dealer)).toMatchObject({ error: { code: 'blocked' } });
  expect(output(await product.call('posts', 'fulfil', { id }, dealer)).status).toBe('fulfilled');
});

test('invisible characters are not stored in a note, and hide no refused medicine', async () => {
  const writer = await product.enrol('writer');
  const post = output(await publish(aDraft('spare', { note: '多\u200b的\u202e给邻居\0👨‍👩‍👧' }), writer));
  expect(post.note).toBe('多的给邻居👨‍👩‍👧');
  expect(await publish(aDraft('spare', { note: '有阿\u200b莫西\u2060林' }), writer)).toMatchObject({
    error: { code: 'item-refused' },
  });
});

test('posts from before the list existed count, and each one that ends makes room', async () => {
  const early = await product.enrol('early');
  const ids: string[] = [];
  for (let at = 0; at < 3; at += 1) ids.push(output(await publish(aDraft('need'), early)).id);
  await product.cloud.database.handle('database.modifyDocument', {
    collectionName: 'persons',
    queryType: 'DOC',
    query: JSON.stringify({ _id: personIdOf('early') }),
    data: JSON.stringify({ $unset: { openPosts: '' } }),
    multi: false,
    merge: true,
  });
  const refused = { ok: false, error: { code: 'too-many-open-posts' } };
  expect(await publish(aDraft('need'), early)).toMatchObject(refused);
  output(await fulfil(ids[1] ?? '', early));
  output(await publish(aDraft('need'), early));
  expect(await publish(aDraft('need'), early)).toMatchObject(refused);
  await product.cloud.clock.advance(73 * 3_600_000, { fire: 'once' });
  output(await publish(aDraft('need'), early));
});

test.each([
  ['over-limit', { kind: 'error', code: 'EXCEED_REQUEST_LIMIT' }],
  [
    'transaction-expired',
    {
      kind: 'error',
      code: 'DATABASE_TRANSACTION_FAIL',
      message: '[ResourceUnavailable.TransactionNotExist]',
    },
  ],
  ['connection-lost', { kind: 'drop' }],
] as const)(
  'a publication that fails by %s is busy, and the log gives the reason and not the person',
  async (cause, fault) => {
    product.cloud.faults.add({ action: 'database.commitTransaction', ...fault });
    const answer = await publish(aDraft('need'), other);
    product.cloud.faults.clear();
    expect(answer).toMatchObject({ ok: false, error: { code: 'busy' } });
    const lines = product.cloud.logs(answer.requestId).map(({ text }) => text);
    expect(lines).toContainEqual(expect.stringContaining(`"busy":"${cause}"`));
    for (const name of [other, personIdOf('other')]) expect(lines.join()).not.toContain(name);
  },
);

test('withdrawing and publishing again gains no place in time, and stops at the day’s limit of publications', async () => {
  const dealer = await product.enrol('pushy-dealer');
  const first = output(await publish(aDraft('spare'), dealer));
  const rankOf = async (id: string) =>
    ((await documents(booksOf(product), 'posts')) as PostDocument[]).find(({ _id }) => _id === id)?.timeRank;
  output(await product.call('posts', 'withdraw', { id: first.id }, dealer));
  await product.cloud.clock.advance(2 * 3_600_000, { fire: 'once' });
  const again = output(await publish(aDraft('spare'), dealer));
  expect(again.publishedAtMs).toBeGreaterThan(first.publishedAtMs);
  expect(await rankOf(again.id)).toBe(await rankOf(first.id));
  output(await product.call('posts', 'withdraw', { id: again.id }, dealer));
  for (let published = 2; published < campaign.limits.publicationsPerDay; published += 1) {
    const { id } = output(await publish(aDraft('spare'), dealer));
    output(await product.call('posts', 'withdraw', { id }, dealer));
  }
  expect(await publish(aDraft('spare'), dealer)).toMatchObject({ error: { code: 'too-many-publications' } });
}, 60_000);

test('forty simultaneous publications of one member delay no other member', async () => {
  const crowd = await product.enrol('forty-at-once');
  const { id } = output(await publish(aDraft('spare'), donor));
  const forty = Array.from({ length: 40 }, () => publish(aDraft('need'), crowd));
  const waits: number[] = [];
  for (let read = 0; read < 10; read += 1) {
    const startedMs = performance.now();
    output(await product.call('posts', 'read', { id }, 'a-reader'));
    waits.push(performance.now() - startedMs);
  }
  const answers = await Promise.all(forty);
  process.stdout.write(
    `reads beside forty publications: at most ${Math.max(...waits).toFixed(0)} ms; ` +
      `${answers.filter(({ ok }) => ok).length} published\n`,
  );
  for (const answer of answers)
    if (!answer.ok) expect(['busy', 'too-many-open-posts']).toContain(answer.error.code);
  output(await fulfil(id));
});
