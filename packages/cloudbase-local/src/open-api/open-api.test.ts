import type { Invocation } from '../client/caller';
import { createOpenApi } from './open-api';

const invocation: Invocation = {
  requestId: 'r',
  rootRequestId: 'r',
  functionName: 'codes',
  caller: { openid: 'anna', source: 'wx_client' },
  token: 't',
};
const options = {
  provider: () => Promise.resolve({ errcode: 0 }),
  openData: () => Promise.resolve(undefined),
  permissionsOf: () => [],
};
const body = { apiName: 'openapi.wxacode.get' };

test('a function may call what its config.json names, and a warning lets the rest pass', async () => {
  await expect(createOpenApi(options).handleJson(body, invocation)).rejects.toThrow('-604101');
  const lines: string[] = [];
  const lenient = createOpenApi({ ...options, warn: (line) => void lines.push(line) });
  expect(await lenient.handleJson(body, invocation)).toEqual({ responseData: '{"errcode":0}' });
  expect(lines).toEqual([
    'the platform answers codes with -604101: its config.json lacks wxacode.get in permissions.openapi',
  ]);
  await expect(lenient.handleJson(body, undefined)).rejects.toThrow('-604101');
});
