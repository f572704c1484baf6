import { createWechat } from './wechat';

test('a code for a page that the program lacks is refused, unless the call says not to check', async () => {
  const wechat = createWechat({ hasPage: (path) => path === 'pages/a/a' });
  const codeOf = (args: object) =>
    wechat.openApi(
      'wxacode.getUnlimited',
      { scene: 'a', ...args },
      {
        requestId: 'r',
        rootRequestId: 'r',
        functionName: 'f',
        caller: { openid: 'anna', source: 'wx_client' },
        token: 't',
      },
    );
  expect(await codeOf({ page: 'pages/none/none' })).toMatchObject({ errcode: 41030 });
  for (const args of [{ page: 'pages/a/a' }, { page: 'pages/none/none', checkPath: false }, {}])
    expect(await codeOf(args)).toMatchObject({ contentType: 'image/png' });
  wechat.close();
});
