import { chinaSeconds } from '@facts/china-time';
import {
  A,
  B,
  C,
  D,
  E,
  F,
  bindAxb,
  call,
  detail,
  hourMs,
  inAnHour,
  serveEachTest,
  service,
  unbind,
} from './dypls-service';

serveEachTest();

describe('dypls through the unmodified SDK', () => {
  test('a pair is bound, described, listed and unbound', async () => {
    const { Code, SecretBindDTO: bound } = await bindAxb(A, B, { OutId: 'grant-1' });
    expect(Code).toBe('OK');
    expect(bound).toMatchObject({ SecretNo: '17000000001', SubsId: expect.stringMatching(/^\d{16}$/) });
    await expect(detail(bound)).resolves.toMatchObject({
      SecretBindDetailDTO: {
        Status: 1,
        PhoneNoA: A,
        PhoneNoB: B,
        PhoneNoX: bound.SecretNo,
        NeedRecord: false,
      },
    });
    const listed = () => call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: bound.SecretNo });
    await expect(listed()).resolves.toMatchObject({ Code: 'OK', SubsId: bound.SubsId });
    await unbind(bound);
    await expect(listed()).resolves.toMatchObject({ SubsId: '' });
    await expect(detail(bound)).resolves.toMatchObject({ SecretBindDetailDTO: { Status: 0 } });
    await expect(unbind(bound)).rejects.toMatchObject({ code: 'isv.SUBS_NOT_EXIST' });
  });

  test('one phone never has the same number twice, and a pool can run out of numbers', async () => {
    const numbers = [await bindAxb(A, B), await bindAxb(A, C), await bindAxb(D, A)].map(
      (each) => each.SecretBindDTO.SecretNo,
    );
    expect(new Set(numbers).size).toBe(3);
    await expect(bindAxb(A, E)).rejects.toMatchObject({ code: 'isv.NO_AVAILABLE_NUMBER' });
    await expect(bindAxb(E, F)).resolves.toMatchObject({ Code: 'OK' });
  });

  test('an expired binding frees its number by itself', async () => {
    const soon = { Expiration: chinaSeconds(service.now() + 120_000) };
    const { SecretBindDTO: bound } = await bindAxb(A, B, soon);
    for (const other of [C, D]) await bindAxb(A, other, soon);
    await expect(bindAxb(A, E)).rejects.toMatchObject({ code: 'isv.NO_AVAILABLE_NUMBER' });
    service.clockOffsetMs = 121_000;
    await expect(unbind(bound)).rejects.toMatchObject({ code: 'isv.SUBS_NOT_EXIST' });
    await expect(detail(bound)).resolves.toMatchObject({ SecretBindDetailDTO: { Status: 0 } });
    await expect(bindAxb(A, E)).resolves.toMatchObject({ Code: 'OK' });
    expect(service.subscriptions.all()).toHaveLength(1);
  });

  test.each<[string, string, Record<string, string>, string]>([
    ['an unknown pool', 'BindAxb', { PoolKey: 'FC0' }, 'isv.POOLKEY_NOT_EXISTS'],
    ['a pool of another kind', 'BindAxb', { PoolKey: 'FC-AXN' }, 'isv.FORBIDDEN_ACTION'],
    ['a number of another pool', 'BindAxb', { PhoneNoX: '17000000101' }, 'isv.FORBIDDEN_ACTION'],
    ['an unreadable phone', 'BindAxb', { PhoneNoB: '138-0000-0002' }, 'isv.MOBILE_NUMBER_ILLEGAL'],
    ['the same phone twice', 'BindAxb', { PhoneNoB: A }, 'isv.ILLEGAL_ARGUMENT'],
    ['an extension for a pair', 'BindAxb', { Extension: '1' }, 'isv.ILLEGAL_ARGUMENT'],
    ['a real number shown', 'BindAxb', { CallDisplayType: '2' }, 'isv.ILLEGAL_ARGUMENT'],
    ['a day the calendar lacks', 'BindAxb', { Expiration: '2099-02-30 00:00:00' }, 'isv.EXPIRE_DATE_ILLEGAL'],
    ['an end in the past', 'BindAxb', { Expiration: '2019-09-05 12:00:00' }, 'isv.EXPIRE_DATE_ILLEGAL'],
    ['a ring of a minute', 'BindAxb', { CallTimeout: '60' }, 'isv.ILLEGAL_ARGUMENT'],
    ['no pool', 'BindAxb', { PoolKey: '' }, 'MissingPoolKey'],
    ['another version’s action', 'BindAxg', {}, 'InvalidAction.NotFound'],
  ])('%s: %s with %j answers %s', async (_case, action, params, code) => {
    const full = { PoolKey: 'FC-AXB', PhoneNoA: A, PhoneNoB: B, Expiration: inAnHour(), ...params };
    await expect(call(action, full)).rejects.toMatchObject({ code });
    expect(service.subscriptions.all()).toEqual([]);
  });

  test('an expiry less than a minute ahead is refused', async () => {
    await expect(bindAxb(A, B, { Expiration: chinaSeconds(service.now() + 59_000) })).rejects.toMatchObject({
      code: 'isv.EXPIRE_DATE_ILLEGAL',
    });
  });

  test('asking twice for the same pair on the same number conflicts, so that a retry is noticed', async () => {
    await bindAxb(A, B, { PhoneNoX: '17000000002' });
    await expect(bindAxb(A, B, { PhoneNoX: '17000000002' })).rejects.toMatchObject({
      code: 'isv.BIND_CONFLICT',
    });
  });

  test('a binding is unbound only under its own pool and number', async () => {
    const { SecretBindDTO: bound } = await bindAxb();
    await expect(unbind({ ...bound, SecretNo: '17000000002' })).rejects.toMatchObject({
      code: 'isv.SUBS_NOT_EXIST',
    });
    await expect(unbind(bound, 'FC-EXT')).rejects.toMatchObject({ code: 'isv.SUBS_NOT_EXIST' });
  });

  test('a number with extensions carries several people, each with an extension', async () => {
    const bind = (PhoneNoA: string, more = {}) =>
      call('BindAxnExtension', { PoolKey: 'FC-EXT', PhoneNoA, Expiration: inAnHour(), ...more });
    const extensions = [
      await bind(A),
      await bind(B, { PhoneNoX: '17000000201', Extension: '77' }),
      await bind(C),
    ];
    expect(extensions.map((each) => each.SecretBindDTO.Extension)).toEqual(['1', '77', '2']);
    await expect(bind(D)).rejects.toMatchObject({ code: 'isv.NO_AVAILABLE_NUMBER' });
    await expect(bind(D, { Extension: '5' })).rejects.toMatchObject({ code: 'isv.ILLEGAL_ARGUMENT' });
  });

  test('a number without extensions carries one person', async () => {
    const bind = (PhoneNoA: string) =>
      call('BindAxn', { PoolKey: 'FC-AXN', PhoneNoA, Expiration: inAnHour() });
    await expect(bind(A)).resolves.toMatchObject({ SecretBindDTO: { SecretNo: '17000000101' } });
    await expect(bind(B)).rejects.toMatchObject({ code: 'isv.NO_AVAILABLE_NUMBER' });
  });

  test('a binding is changed, but not to a phone that is on the number already', async () => {
    const { SecretBindDTO: bound } = await bindAxb(A, B, { PhoneNoX: '17000000001' });
    await bindAxb(C, D, { PhoneNoX: '17000000001' });
    const update = (OperateType: string, more: Record<string, string>) =>
      call('UpdateSubscription', {
        PoolKey: 'FC-AXB',
        PhoneNoX: bound.SecretNo,
        SubsId: bound.SubsId,
        OperateType,
        ...more,
      });
    await update('updateNoB', { PhoneNoB: E });
    await update('updateExpire', { Expiration: chinaSeconds(service.now() + 2 * hourMs) });
    await update('updateCallRestrict', { CallRestrict: 'CONTROL_BX_DISABLE' });
    await expect(detail(bound)).resolves.toMatchObject({
      SecretBindDetailDTO: { PhoneNoB: E, CallRestrict: 'CONTROL_BX_DISABLE' },
    });
    await expect(update('updateNoB', { PhoneNoB: C })).rejects.toMatchObject({ code: 'isv.UPDATE_CONFLICT' });
    await expect(update('updateNoB', { PhoneNoB: A })).rejects.toMatchObject({
      code: 'isv.ILLEGAL_ARGUMENT',
    });
    await expect(update('updateAxgGroup', {})).rejects.toMatchObject({ code: 'isv.ILLEGAL_ARGUMENT' });
    await expect(bindAxb(B, F, { PhoneNoX: '17000000001' })).rejects.toMatchObject({
      code: 'isv.BIND_CONFLICT',
    });
  });

  test('requests above the rate limit are refused', async () => {
    await service.stop();
    await service.start(3);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '17000000001' })),
    );
    const codes = outcomes.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['isv.FLOW_LIMIT']));
  });
});
