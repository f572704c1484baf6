import { reportsPerDay } from '../../cloudfunctions/shared/domain/record';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** Posts of several owners, because one owner may have only a few open. */
async function publishMany(count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const owner = await product.enrol(`owner-${ids.length}`);
    for (let i = 0; i < 3 && ids.length < count; i++)
      ids.push(output(await product.call('posts', 'publish', aDraft('need', { note: '' }), owner)).id);
  }
  return ids;
}

test('a person who reports one post more than a day allows is refused', async () => {
  const reporter = await product.enrol('reporter');
  const answers: string[] = [];
  for (const postId of await publishMany(reportsPerDay + 1)) {
    const token = output(await product.call('posts', 'read', { id: postId }, reporter)).reportToken;
    const answer = await product.call('moderation', 'report', { postId, reason: 'rude', token }, reporter);
    answers.push(answer.ok ? 'ok' : answer.error.code);
  }
  expect(answers).toEqual([...Array<string>(reportsPerDay).fill('ok'), 'report-limit']);
});
