import type { IncomingMessage } from 'node:http';
import { refusedAsForeign } from './request-origin';

const refused = (headers: Record<string, string>, pagesAllowed: 'none' | 'same-origin') =>
  refusedAsForeign({ headers } as IncomingMessage, { pagesAllowed }) !== undefined;
const host = '127.0.0.1:9080';

describe('which requests are answered', () => {
  test.each([
    ['a program on this machine', { host }, false, false],
    ['a page of ours', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }, true, false],
    [
      'a page of another site',
      { host, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      true,
      true,
    ],
    [
      'a page of another port',
      { host, origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-site' },
      true,
      true,
    ],
    ['a form of another site', { host, 'sec-fetch-site': 'cross-site' }, true, true],
    ['a name that somebody points at this machine', { host: 'evil.example:9080' }, true, true],
    ['an SDK that asks for the platform by name', { host: 'tcb-admin.tencentyun.com' }, false, true],
    [
      'a page under the name of the platform',
      { host: 'tcb-admin.tencentyun.com', 'sec-fetch-site': 'same-origin' },
      true,
      true,
    ],
    ['a name that begins as ours', { host: '127.0.0.1.evil.example' }, true, true],
    ['a sandboxed page', { host, origin: 'null' }, true, true],
  ])('%s', (_who, headers, refusedAsAdmin, refusedAsClient) => {
    expect(refused(headers, 'none')).toBe(refusedAsAdmin);
    expect(refused(headers, 'same-origin')).toBe(refusedAsClient);
  });
});
