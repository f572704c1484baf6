import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withRememberedContext } from './remembered-sdk-context';

const file = require.resolve('@cloudbase/node-sdk/dist/utils/tcbcontext.js');
type Read = (context?: object) => Record<string, string>;

function loaded(source: string): Read {
  const module = { exports: {} as { getCloudbaseContext: Read } };
  const run = new Function('require', 'module', 'exports', source) as (...given: unknown[]) => void;
  run(createRequire(file), module, module.exports);
  return module.exports.getCloudbaseContext;
}

const source = readFileSync(file, 'utf8');
const [usual, remembered] = [loaded(source), loaded(withRememberedContext(source))];
const before = { ...process.env };
afterEach(() => (process.env = { ...before }));

const invocation = (seqId: string | undefined, openid: string) =>
  Object.assign(process.env, {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_API_TOKEN',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID',
    WX_OPENID: openid,
    WX_API_TOKEN: `token of ${openid}`,
    TCB_ENV: 'local-1',
    ...(seqId === undefined ? {} : { TCB_SEQID: seqId }),
  });

test.each([[['1', '2', '3']], [['1', '1', '2']], [[undefined, undefined, undefined]]])(
  'each invocation gets its own context, also one that changed what it got (%j)',
  (seqIds) => {
    seqIds.forEach((seqId, at) => {
      invocation(seqId, `person-${at}`);
      expect(remembered()).toEqual(usual());
      remembered().WX_OPENID = 'somebody else';
      expect(remembered()).toEqual(usual());
    });
  },
);

test('a key or a caller that changes within one number of an invocation is seen', () => {
  invocation('1', 'person');
  remembered();
  process.env.TENCENTCLOUD_SESSIONTOKEN = 'a later key';
  expect(remembered()).toEqual(usual());
  process.env.WX_OPENID = 'another person';
  expect(remembered()).toEqual(usual());
});

test('a context that is handed over is read, whatever the environment says', () => {
  invocation('1', 'person');
  const given = { environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: 'given' }) };
  expect(remembered(given)).toEqual(usual(given));
});

test('an SDK that reads in another way is not built', () => {
  expect(() => withRememberedContext('')).toThrow('another way');
});
