import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { withQuickParsing } from './quick-sdk-parsing';

const sdk = createRequire(require.resolve('@cloudbase/database'));
const file = sdk.resolve('bson/lib/extended_json.js');

interface Module {
  EJSON: { parse(text: string, options?: object): unknown };
}

const usual = sdk('bson/lib/extended_json.js') as Module;
const quick = loaded(withQuickParsing(readFileSync(file, 'utf8')));

function loaded(source: string): Module {
  const module = { exports: {} as Module };
  const run = new Function('require', 'module', 'exports', source) as (...given: unknown[]) => void;
  run(createRequire(file), module, module.exports);
  return module.exports;
}

const special = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => ({ $numberLong: String(value) })),
  fc.integer().map((value) => ({ $numberInt: String(value) })),
  fc.double({ noNaN: true }).map((value) => ({ $numberDouble: String(value) })),
  fc.date({ noInvalidDate: true }).map((value) => ({ $date: { $numberLong: String(value.getTime()) } })),
  fc.constantFrom<object[]>(
    { $undefined: true },
    { $regex: 'a', $options: 'i' },
    { $ref: 'posts', $id: 'a' },
    { $code: 'x', $scope: { y: { $numberInt: '1' } } },
    { $minKey: 1 },
    { $date: '2022-12-20T06:30:00Z' },
    { $odd: 1 },
  ),
);

const { document } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 1 }),
    special,
    fc.constantFrom('{"$numberInt":"1"}', '$name', '\u0000', '{', '\\'),
    tie('document'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  document: fc.dictionary(
    fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('__proto__', 'a\u0000', '$a', '{')),
    tie('value'),
    {
      maxKeys: 4,
    },
  ),
}));

const outcome = (parse: () => unknown): unknown => {
  try {
    return parse();
  } catch (error) {
    return String(error);
  }
};

test.each([undefined, { relaxed: false }, 3 as unknown as object])(
  'answers are parsed as bson parses them (%j)',
  (options) => {
    fc.assert(
      fc.property(document, (value) => {
        const text = JSON.stringify(value);
        const [here, there] = [quick, usual].map(({ EJSON }) => outcome(() => EJSON.parse(text, options)));
        expect(here).toEqual(there);
      }),
    );
  },
);

test.each([
  '{"a":{"$numberInt":"007"}}',
  '{"a":{"$numberInt":"99999999999"}}',
  '{"a":{"$numberLong":"0"}}',
  '{"a":{"$numberDouble":"-0.0"}}',
  '{"a":{"$numberDouble":"NaN"}}',
  '{"a":{"$numberDouble":"1e+21"}}',
  '{"a":{ "$numberInt": "1" }}',
  '{"a":{"$numberInt":"1","b":1}}',
  '{"\\u0024numberInt":"1"}',
  '"{\\"$numberInt\\":\\"1\\"}"',
  '[{"$date":{"$numberLong":"1671517800000"}}]',
  'null',
])('an unusual answer is parsed as bson parses it: %s', (text) => {
  expect(quick.EJSON.parse(text)).toEqual(usual.EJSON.parse(text));
});

test('a bson that parses in another way is not built', () => {
  expect(() => withQuickParsing('function parse(text) {}')).toThrow('another way');
});
