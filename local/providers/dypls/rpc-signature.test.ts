import { A, B, accountKeys, bindAxb, call, serveEachTest, service, type Answer } from './dypls-service';

serveEachTest();

describe('signatures of dypls', () => {
  test.each([
    ['a wrong secret', { ...accountKeys, accessKeySecret: 'wrong' }, 'SignatureDoesNotMatch'],
    ['an unknown id', { ...accountKeys, accessKeyId: 'LTAIunknown' }, 'InvalidAccessKeyId.NotFound'],
  ])('%s is refused', async (_case, keys, code) => {
    await expect(call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '1' }, keys)).rejects.toMatchObject({
      code,
    });
  });

  test('a GET is refused, because it would put phone numbers into addresses', async () => {
    await expect(
      call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '1' }, accountKeys, 'GET'),
    ).rejects.toMatchObject({
      code: 'UnsupportedHTTPMethod',
    });
  });

  test.each([
    ['late', '2022-12-20T00:00:00Z', 'InvalidTimeStamp.Expired'],
    ['of another form', '2022-12-20 00:00:00', 'InvalidTimeStamp.Format'],
  ])('a request that is %s is refused', async (_case, Timestamp, code) => {
    await expect(call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '1', Timestamp })).rejects.toMatchObject({
      code,
    });
  });

  test('a nonce is accepted once', async () => {
    const query = () =>
      call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '17000000001', SignatureNonce: 'once' });
    await expect(query()).resolves.toMatchObject({ Code: 'OK' });
    await expect(query()).rejects.toMatchObject({ code: 'SignatureNonceUsed' });
  });

  test('a recorded request is refused when it is played again, whatever its headers say, and binds nothing', async () => {
    await bindAxb();
    const body = service.recorded.body.toString();
    const play = async (headers: Record<string, string>, sent = body) => {
      const answer = await fetch(service.server.origin, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: sent,
      });
      return ((await answer.json()) as Answer).Code;
    };
    for (const name of ['x-more', 'user-agent', 'x-acs-trace'])
      expect(await play({ [name]: 'another' })).toBe('SignatureNonceUsed');
    expect(await play({})).toBe('SignatureNonceUsed');
    expect(await play({}, body.replace(/SignatureNonce=[^&]*/, 'SignatureNonce=new'))).toBe(
      'SignatureDoesNotMatch',
    );
    service.clockOffsetMs = 15 * 60_000 + 2_000;
    expect(await play({})).toBe('InvalidTimeStamp.Expired');
    expect(service.subscriptions.all()).toHaveLength(1);
  });

  test('an unsigned request is refused', async () => {
    const body = new URLSearchParams({ Action: 'QuerySubsId', PoolKey: 'FC-AXB' });
    const answer = await fetch(`${service.server.origin}/`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    await expect(answer.json()).resolves.toMatchObject({ Code: 'MissingParameter' });
  });

  test('values with every special character verify', async () => {
    const OutId = "a b+c/d=e&f%g!h'i(j)k*l~m-n_o.药";
    await bindAxb(A, B, { OutId });
    expect(service.subscriptions.all()).toMatchObject([{ outId: OutId }]);
  });
});
