import { aDocument } from '../../cloudfunctions/shared/testing/a-document';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { campaign } from '../../local/seed/catalogue';
import { output, personIdOf, startProduct, type Product } from './product';

const { opensPerDay, opensMoreForGiving } = campaign.limits;
let product: Product;
let ids: string[];
beforeAll(async () => {
  product = await startProduct();
  const nowMs = product.cloud.clock.now();
  const posts = Array.from({ length: opensPerDay + 5 }, (_, at) =>
    aDocument({
      _id: at.toString(16).padStart(32, 'b'),
      groups: ['pregnant'],
      priority: 1,
      publishedAtMs: nowMs,
      expiresAtMs: nowMs + 48 * 3_600_000,
    }),
  );
  await product.load(posts);
  ids = posts.map(({ _id }) => _id);
});
afterAll(() => product.close());

const read = (id: string | undefined, openid: string) =>
  product.call('posts', 'read', { id: id ?? '' }, openid);

test('a person opens a limited number of posts a day through all accounts together, each counted once', async () => {
  const first = await product.enrol('reader');
  const second = await product.enrol('reader-second', { personId: personIdOf('reader') });
  expect(output(await read(ids[0], first)).opensLeft).toBe(opensPerDay - 1);
  expect(output(await read(ids[0], second)).opensLeft).toBe(opensPerDay - 1);
  for (const [at, id] of ids.slice(1, opensPerDay).entries())
    output(await read(id, at % 2 === 0 ? first : second));
  expect(output(await read(ids[1], first)).opensLeft).toBe(0);
  expect(await read(ids[opensPerDay], second)).toMatchObject({ error: { code: 'opened-enough' } });

  const given = await product.call('posts', 'publish', aDraft('spare'), first);
  expect(output(await read(output(given).id, first)).opensLeft).toBeNull();
  expect(output(await read(ids[opensPerDay], second)).opensLeft).toBe(opensMoreForGiving - 1);
});

test('simultaneous openings do not exceed the daily limit', async () => {
  const reader = await product.enrol('hasty-reader');
  const answers = await Promise.all(ids.map((id) => read(id, reader)));
  const opened = answers.filter(({ ok }) => ok).length;
  expect(opened).toBeLessThanOrEqual(opensPerDay);
  for (const answer of answers)
    if (!answer.ok) expect(['opened-enough', 'busy', 'too-many-calls']).toContain(answer.error.code);
});

test('a guest sees that a post is for a vulnerable group, but not which group, its owner or the exact minute', async () => {
  const post = output(await read(ids[0], 'a-guest'));
  expect(post).toMatchObject({ groups: [], priority: true, posterName: '', opensLeft: null });
  expect(post.publishedAtMs % 3_600_000).toBe(0);
  const member = await product.enrol('a-member');
  expect(output(await read(ids[0], member))).toMatchObject({ groups: ['pregnant'], posterName: '测*' });
});

test('a guest who searches for one group finds the posts for any', async () => {
  const search = async (openid: string) =>
    output(
      await product.call(
        'search',
        'nearby',
        { board: 'need', place: yuelu, groups: ['infant'], pageSize: 50 },
        openid,
      ),
    ).posts;
  const member = await product.enrol('a-donor');
  expect(await search(member)).toEqual([]);
  const seen = await search('a-guest');
  expect(seen.length).toBe(50);
  for (const post of seen) expect(post).toMatchObject({ priority: true });
  expect(JSON.stringify(seen)).not.toMatch(/groups|Name/);
});
