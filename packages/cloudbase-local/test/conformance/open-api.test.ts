import type { OpenApiProvider } from '../../src/open-api/open-api';
import type { OpenDataProvider } from '../../src/open-api/open-data';
import { resultOf, startFixtureCloud, type FixtureCloud } from './fixture-cloud';

/** A small WeChat, as far as these tests need it. */
const provider: OpenApiProvider = (apiName, args, caller) => {
  if (apiName !== 'security.msgSecCheck') return Promise.resolve(undefined);
  if (args.content === 'limit')
    return Promise.resolve({ errcode: 45009, errmsg: 'reach max api daily quota limit' });
  return Promise.resolve({
    errcode: 0,
    errmsg: 'ok',
    trace_id: 't1',
    result: { suggest: 'pass', label: 100 },
    asked_by: caller.caller.openid,
  });
};
const openData: OpenDataProvider = (cloudId) =>
  Promise.resolve(cloudId === 'good' ? { phoneNumber: '13800000000' } : undefined);

let fixture: FixtureCloud;
beforeAll(async () => (fixture = await startFixtureCloud({ openApi: provider, openData })));
afterAll(() => fixture.close());

async function openApi(name: string, args: Record<string, unknown>): Promise<unknown> {
  return (await resultOf(fixture.cloud, 'probe', { openApi: { name, args } }, 'oCaller')).openApi;
}

describe('cloud.openapi', () => {
  test("a declared API answers in the SDK's spelling, and knows the caller", async () => {
    expect(
      await openApi('security.msgSecCheck', {
        content: '急需布洛芬',
        version: 2,
        scene: 3,
        openid: 'oCaller',
      }),
    ).toEqual({
      errCode: 0,
      errMsg: 'openapi.security.msgSecCheck:ok',
      traceId: 't1',
      result: { suggest: 'pass', label: 100 },
      askedBy: 'oCaller',
    });
  });

  test("WeChat's own errors are thrown with their numbers", async () => {
    expect(await openApi('security.msgSecCheck', { content: 'limit' })).toMatchObject({ errCode: 45009 });
  });

  test('an API that config.json does not declare is refused with -604101', async () => {
    expect(await openApi('wxacode.getUnlimited', { scene: 'a' })).toMatchObject({ errCode: -604101 });
  });
});

describe('a cloud id in the data of a call', () => {
  const call = async (data: Record<string, unknown>, fields: string) => {
    const answer = await fetch(`${fixture.clientOrigin}/functions/echo`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'oCaller', 'x-wx-cloud-ids': encodeURIComponent(fields) },
      body: JSON.stringify(data),
    });
    return ((await answer.json()) as { result: { event: unknown } }).result.event;
  };

  test('arrives opened in an announced field, and as text elsewhere', async () => {
    expect(await call({ 手机: 'good', deep: { phone: 'good' }, other: 'good' }, '手机')).toMatchObject({
      手机: { cloudID: 'good', data: { phoneNumber: '13800000000' } },
      deep: { phone: 'good' },
      other: 'good',
    });
  });

  test('that is not valid arrives with the reason', async () => {
    expect(await call({ phone: 'old' }, 'phone')).toMatchObject({
      phone: { cloudID: 'old', errCode: -601003 },
    });
  });

  test.each([5_000, 100_000])('in data of %i levels is refused in a sentence', async (levels) => {
    const answer = await fetch(`${fixture.clientOrigin}/functions/echo`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'oCaller', 'x-wx-cloud-ids': 'phone' },
      body: `{"phone":"good","deep":${'['.repeat(levels)}${']'.repeat(levels)}}`,
    });
    expect(answer.status).toBeLessThan(500);
  });

  test('is opened in at most five fields', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const event = (await call(
      Object.fromEntries(names.map((name) => [name, 'good'])),
      names.join(','),
    )) as Record<string, unknown>;
    expect(names.map((name) => typeof event[name])).toEqual([...Array<string>(5).fill('object'), 'string']);
  });

  test.each(['none', 'toString', 'number'])('is not looked for in the field %s', async (field) => {
    expect(await call({ number: 1 }, field)).toMatchObject({ number: 1 });
  });
});

test('cloud.getOpenData gives the data of a cloud id, and an error for an invalid one', async () => {
  const { openData: list } = await resultOf(fixture.cloud, 'probe', { cloudIds: ['good', 'old'] });
  expect(list).toEqual([
    { cloudID: 'good', data: { phoneNumber: '13800000000' } },
    { cloudID: 'old', errCode: -601003, errMsg: 'cloudID is invalid or out of date' },
  ]);
});
