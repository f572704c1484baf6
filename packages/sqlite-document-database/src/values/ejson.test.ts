import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { parseEjson, stringifyEjson } from './ejson';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase([]);
});
afterAll(() => scratch.close());

const badValue = {
  code: 'DATABASE_REQUEST_FAILED',
  message: expect.stringContaining('(BadValue)') as string,
};

/** If one of these were stored, every query that reads it would fail, and it could not be removed. */
const unreadable = [
  '{"$date":"garbage"}',
  '{"$date":{"$numberLong":"NaN"}}',
  '{"$date":{"$numberLong":"9223372036854775807"}}',
  '{"$date":{"a":{"$numberLong":"9223372036854775807"}}}',
  '{"$tcb_server_date":{"offset":1e300}}',
  '{"$tcb_server_date":{"offset":"soon"}}',
  '{"$numberInt":"many"}',
  '{"$numberLong":"many"}',
  '{"$numberLong":"1.5"}',
  '{"$numberLong":"9223372036854775808"}',
  '{"$numberLong":"1e300"}',
  '{"$numberDecimal":"many"}',
  '{"$regularExpression":null}',
  '{"$regularExpression":{"pattern":5}}',
  '{"$binary":5}',
  '{"$date":{"toString":null}}',
  '{"$date":null}',
  '{"$numberInt":{"toString":[]}}',
  '{"$numberLong":[{"toString":1}]}',
  '{"$oid":{"toString":1}}',
  '{"$symbol":{"toString":1}}',
  '{"$tcb_server_date":{"offset":{"toString":[]}}}',
  '{"$timestamp":{"t":-1,"i":1e99}}',
];

test.each(unreadable)('%s can neither be stored nor queried', async (text) => {
  const data = [`{"_id":"a","v":${text}}`];
  await expect(scratch.send('insertDocument', { data })).rejects.toMatchObject(badValue);
  const query = `{"v":${text}}`;
  await expect(scratch.send('getDocument', { queryType: 'WHERE', query })).rejects.toMatchObject(badValue);
});

test.each([
  '{"$date":{"$numberLong":"8640000000000000"}}',
  '{"$date":{"$numberLong":"-8640000000000000"}}',
  '{"$numberLong":"-9223372036854775808"}',
  '{"$numberDouble":"NaN"}',
  '{"$numberDouble":"-Infinity"}',
  '{"$numberDouble":"-0.0"}',
])('%s stays the same', (text) => {
  expect(stringifyEjson(parseEjson(text))).toBe(text);
});

test('a refusal that quotes a long integer is still a refusal', async () => {
  const long = '{"$numberLong":"9007199254740993"}';
  await expect(scratch.send('insertDocument', { data: [`{"_id":${long}}`] })).rejects.toMatchObject(badValue);
  await scratch.send('insertDocument', { data: [`{"_id":"long","v":${long}}`] });
  const change = (data: string) =>
    scratch.send('modifyDocument', {
      queryType: 'WHERE',
      query: '{"_id":"long"}',
      data,
      multi: true,
      merge: true,
    });
  const failed = { code: 'DATABASE_REQUEST_FAILED' };
  await expect(change('{"$set":{"v.a":1}}')).rejects.toMatchObject({
    ...failed,
    message: expect.stringContaining('Cannot create field') as string,
  });
  await expect(change(`{"$inc":{"v":{"a":${long}}}}`)).rejects.toMatchObject({
    ...failed,
    message: expect.stringContaining('Cannot increment') as string,
  });
});
