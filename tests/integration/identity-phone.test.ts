import { output, startProduct, type Product } from './product';

const systemError = { errcode: -1, errmsg: 'system error' };
const isDown = { phone: false };

let product: Product;
beforeAll(async () => {
  product = await startProduct(
    {},
    {},
    (openApi) => (apiName, args, caller) =>
      isDown.phone ? Promise.resolve(systemError) : openApi(apiName, args, caller),
  );
});
afterAll(() => product.close());

test('while WeChat does not answer, binding a phone is refused for a few minutes, and works with the same code later', async () => {
  const code = product.providers.wechat.issuePhoneCode('caller');
  isDown.phone = true;
  const refused = await product.call('identity', 'bindPhone', { code }, 'caller');
  expect(refused).toMatchObject({ error: { code: 'phone-service-down', retry: 'later' } });
  isDown.phone = false;
  expect(output(await product.call('identity', 'bindPhone', { code }, 'caller')).phoneBound).toBe(true);
});
