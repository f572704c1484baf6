import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { withKeptKey, withKeptOrder } from './quick-sdk-signing';

interface Signed {
  authorization: string;
}
interface Signing {
  Signer: new (
    credential: { secretId: string; secretKey: string },
    service: string,
  ) => {
    tc3sign(
      method: string,
      url: string,
      headers: object,
      params: object,
      timestamp: number,
      options: object,
    ): Signed;
  };
}

const file = createRequire(require.resolve('@cloudbase/node-sdk')).resolve(
  '@cloudbase/signature-nodejs/lib/signer.js',
);
const load = createRequire(file);

function loaded<Module>(path: string, change: (source: string) => string, need: NodeJS.Require): Module {
  const module = { exports: {} as Module };
  const run = new Function('require', 'module', 'exports', change(readFileSync(path, 'utf8'))) as (
    ...given: unknown[]
  ) => void;
  run(need, module, module.exports);
  return module.exports;
}

const keptOrder = loaded<object>(load.resolve('./keyvalue'), withKeptOrder, load);
const needed = Object.assign(
  ((name: string) => (name === './keyvalue' ? keptOrder : load(name)) as unknown) as NodeJS.Require,
  load,
);
const [usual, quick] = [load(file) as Signing, loaded<Signing>(file, withKeptKey, needed)];

/** Names and orders of them that come again, and others. */
const name = fc.oneof(
  fc.constantFrom('collectionName', 'envName', 'tcb_sessionToken', "odd!'()*", 'B', 'a', 'é'),
  fc.string(),
);
const params = fc.dictionary(name, fc.oneof(fc.string(), fc.constant(undefined), fc.array(fc.string())), {
  noNullPrototype: true,
});

test('what is signed quickly has the signature that the SDK gives it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('key', 'another key'),
      fc.constantFrom('tcb', 'cos'),
      fc.integer({ min: 1_671_500_000, max: 1_671_700_000 }),
      params,
      (secretKey, service, timestamp, given) => {
        const [here, there] = [quick, usual].map(({ Signer }) =>
          new Signer({ secretId: 'id', secretKey }, service).tc3sign(
            'post',
            'http://tcb-api.tencentcloudapi.com/admin?seqId=1',
            { Host: 'tcb-api.tencentcloudapi.com', 'content-type': 'application/json', ...given },
            given,
            timestamp,
            { withSignedParams: true },
          ),
        );
        expect(here).toEqual(there);
      },
    ),
  );
});

test('an SDK that signs in another way is not built', () => {
  expect(() => withKeptKey('')).toThrow('another way');
  expect(() => withKeptOrder('')).toThrow('another way');
});
