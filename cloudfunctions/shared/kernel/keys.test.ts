import { randomBytes } from 'node:crypto';
import { key, keyFaults } from './keys';

const whole = randomBytes(32).toString('base64');
const short = randomBytes(31).toString('base64');

test('keys of another length are named, and no value is', () => {
  const environment = {
    ID_HASH_KEY: short,
    MODERATION_KEY: whole,
    PHONE_KEY_V1: 'password',
    PHONE_KEY_V2: whole,
    PHONE_KEY_V3: '',
    DYPLS_POOL_KEY: 'FC1000',
    PATH: '/bin',
  };
  expect(keyFaults(environment)).toEqual([
    'ID_HASH_KEY is not 32 bytes in base64',
    'PHONE_KEY_V1 is not 32 bytes in base64',
  ]);
});

test.each([
  [undefined, /ID_HASH_KEY is not set/],
  ['', /ID_HASH_KEY is not set/],
  [short, /ID_HASH_KEY is not 32 bytes/],
  ['a-password-that-somebody-thought-of', /ID_HASH_KEY is not 32 bytes/],
])('nothing is hashed with the key %j', (value, sentence) => {
  const before = process.env.ID_HASH_KEY;
  if (value === undefined) delete process.env.ID_HASH_KEY;
  else process.env.ID_HASH_KEY = value;
  try {
    expect(() => key('ID_HASH_KEY')).toThrow(sentence);
  } finally {
    if (before === undefined) delete process.env.ID_HASH_KEY;
    else process.env.ID_HASH_KEY = before;
  }
});
