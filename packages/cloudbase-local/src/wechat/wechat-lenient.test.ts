import type { Invocation } from '../client/caller';
import { createWechat } from './wechat';

const anna: Invocation = {
  requestId: 'r',
  rootRequestId: 'r',
  functionName: 'f',
  caller: { openid: 'anna', source: 'wx_client' },
  token: 't',
};

test('what WeChat refuses passes with a warning, where that is asked for', async () => {
  const lines: string[] = [];
  const lenient = createWechat({ hasPage: () => false, warn: (line) => void lines.push(line) });
  lenient.acceptMessages('anna', ['t1']);
  const message = { touser: 'anna', templateId: 't1', data: { time1: { value: '明天' } } };
  const code = { scene: 'a', page: 'pages/none/none' };
  const sent = await lenient.openApi('subscribeMessage.send', message, anna);
  const drawn = await lenient.openApi('wxacode.getUnlimited', code, anna);
  expect([sent, drawn]).toMatchObject([{ errcode: 0 }, { contentType: 'image/png' }]);
  expect(lines).toEqual([
    'WeChat answers subscribeMessage.send with 47003 argument invalid! data.time1.value invalid',
    'WeChat answers wxacode.getUnlimited with 41030 invalid page',
  ]);
  lenient.close();
});
