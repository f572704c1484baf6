import { logCall } from './log';

const openid = 'oK4fUt9b1mTzR0p3xWq7cYh2Ls8E';
/** An error as the parts that throw them word it, and what of it must not be logged. */
const failures: [string, Error, string[]][] = [
  [
    'a duplicate key of the database',
    new Error(`E11000 duplicate key error collection: env.members index: _id_ dup key: { _id: "${openid}" }`),
    [openid],
  ],
  [
    'a text that is no JSON',
    (() => {
      try {
        return JSON.parse('张晓梅 13812345678, 求退烧药') as Error;
      } catch (error) {
        return error as Error;
      }
    })(),
    ['张', '138', '退烧药'],
  ],
  ['a number that a carrier refuses', new Error('PhoneNoA 13812345678 is invalid'), ['13812345678']],
  ['an ID number', new Error('IdCard 43010419900101123X'), ['43010419900101123X', '123X']],
  ['an openid that WeChat refuses', new Error(`40003 invalid openid ${openid} rid: 6`), [openid]],
  ['a note', new Error('refused: 家里3岁孩子发烧39度，求药'), ['家里', '39度', '孩子']],
];

test.each(failures)('%s names no person in the log', (_name, error, hidden) => {
  const written = jest.spyOn(console, 'error').mockReturnValue();
  logCall.unexpected('request-1', 'publish', error);
  logCall.alarm('request-2', 'forget', 3, error);
  const lines = written.mock.calls.map(([line]) => String(line));
  written.mockRestore();
  for (const line of lines) {
    for (const text of hidden) expect(line).not.toContain(text);
    expect(line).toContain('log.test.ts');
    expect(JSON.parse(line)).toMatchObject({ alarm: expect.any(String) as string });
  }
  expect(lines).toHaveLength(2);
});

test('what says where and why stays', () => {
  const written = jest.spyOn(console, 'error').mockReturnValue();
  logCall.unexpected('request-1', 'publish', new Error('E11000 duplicate key error collection: env.posts'));
  const [[line]] = written.mock.calls as [[string]];
  written.mockRestore();
  expect(line).toContain('E11000 duplicate key error collection: env.posts');
  expect(line).toContain('cloudfunctions/shared/kernel/log.test.ts:');
});
