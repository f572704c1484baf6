import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { errorTable, type ErrorCode } from '@facts/errors';
import { contract } from '../../cloudfunctions/shared/contract/contract';
import { CallFailure, commonErrors } from '../../cloudfunctions/shared/contract/errors';
import { output, startProduct, type Product } from './product';

let product: Product;
let member: string;
let ownPost: string;
beforeAll(async () => {
  product = await startProduct();
  member = await product.enrol('member');
  ownPost = output(await product.call('posts', 'publish', aDraft('spare'), member)).id;
});
afterAll(() => product.close());

const huge = '药'.repeat(200_000);
const nowhere = 'f'.repeat(32);

/** Wrong in every call: a value that is not an object, or an object of nonsense. */
const nonsense: unknown[] = [
  'text',
  42,
  [],
  true,
  { unknown: 1 },
  { id: huge },
  { id: { $gt: '' } },
  { id: ['a'] },
  { __proto__: null, constructor: 'x', toString: 1 },
];

const calls = Object.entries(contract).flatMap(([functionName, group]) =>
  Object.entries(group).map(([call, definition]) => ({ functionName, call, errors: definition.errors })),
);

test.each(calls)(
  '$functionName $call answers nonsense with a listed error and a sentence',
  async ({ functionName, call, errors }) => {
    const listed = new Set<ErrorCode>([...errors, ...commonErrors]);
    for (const input of nonsense) {
      const answer = await product.callRaw(functionName, { call, input }, member);
      if (answer.ok) throw new Error(`${JSON.stringify(input).slice(0, 60)} was accepted`);
      expectListed(answer.error, listed);
    }
  },
);

const draft = { call: 'publish' };
const nearby = { call: 'nearby' };
const cases: [string, string, { call: string }, unknown, ErrorCode, string?][] = [
  [
    'a longitude out of range',
    'posts',
    draft,
    aDraft('need', { place: { point: [181, 0], adcode: '430104' } }),
    'invalid-input',
    'place.point.0',
  ],
  [
    'coordinates that are not numbers',
    'posts',
    draft,
    { ...aDraft('need'), place: { point: [null, 'x'], adcode: '430104' } },
    'invalid-input',
    'place.point.0',
  ],
  [
    'a region that does not exist',
    'posts',
    draft,
    aDraft('need', { place: { ...yuelu, adcode: '999999' } }),
    'region-unknown',
    'place.adcode',
  ],
  [
    'a province instead of a district',
    'posts',
    draft,
    aDraft('need', { place: { ...yuelu, adcode: '430000' } }),
    'region-unknown',
    'place.adcode',
  ],
  [
    'a point far from its region',
    'posts',
    draft,
    aDraft('need', { place: { point: [0, 0], adcode: '430104' } }),
    'region-unknown',
    'place.point',
  ],
  ['no items', 'posts', draft, aDraft('need', { items: [] }), 'invalid-input', 'items'],
  [
    'an unknown item',
    'posts',
    draft,
    aDraft('need', { items: [{ code: 'gold', quantity: 1, unit: '粒' }] }),
    'item-not-listed',
    'items.0.code',
  ],
  [
    'half a tablet',
    'posts',
    draft,
    aDraft('need', { items: [{ code: 'ibuprofen', quantity: 0.5, unit: '粒' }] }),
    'invalid-input',
    'items.0.quantity',
  ],
  [
    'a hundred tablets',
    'posts',
    draft,
    aDraft('need', { items: [{ code: 'ibuprofen', quantity: 100, unit: '粒' }] }),
    'quantity-too-large',
    'items.0.quantity',
  ],
  ['a huge note', 'posts', draft, aDraft('need', { note: huge }), 'invalid-input', 'note'],
  [
    'a note of 201 characters',
    'posts',
    draft,
    aDraft('need', { note: '急'.repeat(201) }),
    'invalid-input',
    'note',
  ],
  [
    'an expired medicine',
    'posts',
    draft,
    aDraft('spare', {
      items: [{ code: 'ibuprofen', quantity: 1, unit: '粒', expiresOn: '2020-01', packaging: 'sealed' }],
    }),
    'medicine-expired',
    'items.0.expiresOn',
  ],
  ['a short token', 'posts', draft, aDraft('need', { clientToken: 'x' }), 'invalid-input', 'clientToken'],
  ['a status smuggled in', 'posts', draft, { ...aDraft('need'), status: 'published' }, 'invalid-input'],
  ['another owner smuggled in', 'posts', draft, { ...aDraft('need'), ownerId: nowhere }, 'invalid-input'],
  ['a post that does not exist', 'posts', { call: 'read' }, { id: nowhere }, 'not-found'],
  ['withdrawing what does not exist', 'posts', { call: 'withdraw' }, { id: nowhere }, 'not-found'],
  [
    'giving more than was there',
    'posts',
    { call: 'give' },
    { id: nowhere, leftBefore: 1, leftAfter: 2 },
    'invalid-input',
    'leftAfter',
  ],
  ['an unknown call', 'posts', { call: 'drop' }, {}, 'invalid-input', 'call'],
  ['a call named after a prototype', 'posts', { call: 'constructor' }, {}, 'invalid-input', 'call'],
  [
    'a search for an unknown item',
    'search',
    nearby,
    { board: 'need', items: ['gold'], place: yuelu },
    'item-not-listed',
    'items.0',
  ],
  [
    'a page of a thousand',
    'search',
    nearby,
    { board: 'need', place: yuelu, pageSize: 1000 },
    'invalid-input',
    'pageSize',
  ],
  [
    'a cursor that nobody made',
    'search',
    nearby,
    { board: 'need', place: yuelu, cursor: 'e30' },
    'invalid-input',
    'cursor',
  ],
  [
    'a cursor of the other sort',
    'search',
    nearby,
    {
      board: 'need',
      place: yuelu,
      cursor: Buffer.from(JSON.stringify({ sort: 'time', id: nowhere, timeRank: 1, segment: 0 })).toString(
        'base64url',
      ),
    },
    'invalid-input',
    'cursor',
  ],
  [
    'a board that does not exist',
    'search',
    nearby,
    { board: 'money', place: yuelu },
    'invalid-input',
    'board',
  ],
];
test.each(
  cases.map(([what, functionName, { call }, input, code, field]) => ({
    what,
    functionName,
    call,
    input,
    code,
    field,
  })),
)('$what is refused', async ({ functionName, call, input, code, field }) => {
  const answer = await product.callRaw(functionName, { call, input }, member);
  if (answer.ok) throw new Error('it was accepted');
  expect(answer.error).toMatchObject(field ? { code, field } : { code });
  expect(CallFailure.safeParse(answer.error).success).toBe(true);
});

test('bad input changes nothing', async () => {
  const mine = output(await product.call('posts', 'mine', {}, member));
  expect(mine.posts.map((post) => post.id)).toEqual([ownPost]);
});

function expectListed(error: CallFailure, listed: ReadonlySet<ErrorCode>): void {
  expect(listed).toContain(error.code);
  expect(error.code).not.toBe('internal');
  expect(error.message).toMatch(/[一-龥]/);
  expect(error.retry).toBe(errorTable[error.code].retry);
}
