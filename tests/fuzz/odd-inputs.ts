/** Inputs that no page sends, made from valid ones. Everything in them survives JSON, as a call does. */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A value that is wrong nearly everywhere, or at the border of what is right. */
const oddValues: readonly Json[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.5,
  1e21,
  1e308,
  2 ** 53,
  -(2 ** 31) - 1,
  '',
  ' ',
  '0',
  'null',
  '__proto__',
  'constructor',
  '$gt',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  "'; drop table posts; --",
  '\u0000',
  '\u200b\u200b',
  '\u202e反过来',
  '\ud800',
  '👨‍👩‍👧‍👦'.repeat(40),
  '１３８００１３８０００',
  '药'.repeat(5000),
  'a'.repeat(9_000),
  '2022-02-30',
  '9999-12',
  '0000-00-00',
  'f'.repeat(32),
  'F'.repeat(32),
  'cloud://other-env.6f74/pictures/ffffffffffffffffffffffffffffffff.jpg',
  [],
  [null],
  [[[[[[[[]]]]]]]],
  {},
  { $gt: '' },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { length: 3, 0: 'a' },
  { type: 'Point', coordinates: [112.9, 28.2] },
  { toString: 'x', valueOf: 'y' },
  { _id: 'f'.repeat(32) },
];

const oddNames = ['__proto__', 'constructor', '$set', 'ownerId', 'openid', 'role', 'status', 'userInfo', ''];

/**
 * A valid input, changed in up to three places, or something else altogether.
 * @param ids ids of things that exist, for inputs that name the wrong one
 */
export function oddInput(valid: unknown, ids: readonly string[], random: () => number): unknown {
  const draw = random();
  if (draw < 0.4) return valid;
  if (draw < 0.44) return oneOf(oddValues, random);
  // A copy that holds only what JSON holds.
  let input = JSON.parse(JSON.stringify(valid)) as Json;
  const changes = 1 + Math.floor(random() ** 2 * 3);
  for (let change = 0; change < changes; change += 1) input = changed(input, ids, random);
  return input;
}

/** One value of the input, wherever it is, is replaced. */
function changed(value: Json, ids: readonly string[], random: () => number): Json {
  if (Array.isArray(value)) {
    if (value.length === 0 || random() < 0.25) return oddList(value, random);
    const at = Math.floor(random() * value.length);
    return value.map((each, index) => (index === at ? changed(each, ids, random) : each));
  }
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    if (names.length === 0 || random() < 0.15) return oddObject(value, random);
    const name = oneOf(names, random);
    return withField(value, name, changed(value[name] ?? null, ids, random));
  }
  return oddScalar(value, ids, random);
}

function oddScalar(value: Json, ids: readonly string[], random: () => number): Json {
  if (typeof value === 'number' && random() < 0.5)
    return oneOf([value + 1, value - 1, -value, value * 1000, value + 0.000001], random);
  if (typeof value === 'string' && random() < 0.5)
    return oneOf(
      [
        value.slice(1),
        `${value} `,
        value.toUpperCase(),
        value.repeat(2),
        oneOf(ids, random),
        `\u200b${value}`,
      ],
      random,
    );
  return oneOf(oddValues, random);
}

function oddList(value: Json[], random: () => number): Json {
  const [first = null] = value;
  return oneOf(
    [[], [...value, ...value], Array.from({ length: 300 }, () => first), [oneOf(oddValues, random)], first],
    random,
  );
}

function oddObject(value: { [name: string]: Json }, random: () => number): Json {
  const names = Object.keys(value);
  if (names.length > 0 && random() < 0.5) {
    const gone = oneOf(names, random);
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== gone));
  }
  return withField(value, oneOf(oddNames, random), oneOf(oddValues, random));
}

/** An own field whatever its name: an assignment to `__proto__` would make none. */
const withField = (value: { [name: string]: Json }, name: string, field: Json): { [name: string]: Json } =>
  Object.fromEntries([...Object.entries(value).filter(([other]) => other !== name), [name, field]]);

export function oneOf<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to draw from');
  return value;
}
