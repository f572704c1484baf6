import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { spawnSync } from 'node:child_process';
import { contract } from '../../cloudfunctions/shared/contract/contract';
import { output, startProduct, type Product } from './product';

/** A picked point whose digits occur nowhere else. */
const marked = { point: [112.9317531, 28.2358642] as [number, number], adcode: '430104' };
const markedOpenid = 'oMARKED5e1f7a9b3c';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

test('no answer, no log line and no stored byte holds a picked point; no answer holds an openid or a person', async () => {
  const owner = await product.enrol('marked', { _id: markedOpenid, personId: 'ab'.repeat(16) });
  const answers: unknown[] = [];
  const spare = output(await product.call('posts', 'publish', aDraft('spare', { place: marked }), owner));
  answers.push(
    spare,
    output(await product.call('posts', 'publish', aDraft('need', { place: marked }), owner)),
  );
  for (const openid of [owner, 'stranger', ''])
    for (const [functionName, group] of Object.entries(contract))
      for (const call of Object.keys(group))
        for (const input of [
          {},
          { id: spare.id },
          { board: 'spare', place: marked },
          { ...aDraft('spare', { place: marked }), note: 7 },
        ])
          answers.push(await product.callRaw(functionName, { call, input }, openid));
  const bytes = JSON.stringify(answers);
  for (const secret of ['112.93175', '28.23586', markedOpenid, 'ab'.repeat(16)])
    expect(bytes).not.toContain(secret);

  await product.cloud.clock.advance(0);
  for (const digits of ['112.93175', '28.23586']) {
    const found = spawnSync('grep', ['-rlF', '--binary-files=text', digits, product.dataDir]);
    expect(found.stdout.toString()).toBe('');
  }
});
