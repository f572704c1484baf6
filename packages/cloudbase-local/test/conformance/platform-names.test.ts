import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resultOf, startFixtureCloud, type FixtureCloud } from './fixture-cloud';

let fixture: FixtureCloud;
beforeAll(async () => (fixture = await startFixtureCloud()));
afterAll(() => fixture.close());

describe("the platform's own names", () => {
  test.each([
    ['http://tcb-admin.tencentyun.com/admin?&eventId=1_1_1', false],
    ['http://tcb-open.tencentyun.com/admin?&eventId=1_1_1', false],
    ['https://tcb-open.tencentcloudapi.com/admin?&eventId=1_1_1', false],
    ['https://ap-shanghai.tcb-api.tencentcloudapi.com/admin?env=x', true],
    ['http://internal.ap-shanghai.tcb-api.tencentcloudapi.com/admin?env=x', true],
  ])('lead a function to the gateway, which recognises the caller: %s', async (url, asUrl) => {
    const body = { action: 'functions.invokeFunction', function_name: 'probe', request_data: '{}' };
    const answer = await resultOf(fixture.cloud, 'elder', { url, asUrl, body }, 'oElder');
    const { response_data } = answer.data as { response_data: string };
    expect(JSON.parse(response_data)).toMatchObject({ openid: 'oElder', source: 'wx_client,scf' });
  });

  test('are refused for missing services, and never leave the machine', async () => {
    const sent = { url: 'https://fixture-1.api.tcloudbasegateway.com/v1/model/a', asUrl: true, body: {} };
    expect(await resultOf(fixture.cloud, 'elder', sent)).toEqual({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('has nothing at /v1/model/a') as string,
    });
  });

  test('leave all other names alone', async () => {
    const other = createServer((_request, response) => response.end('{"answered":"another"}'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    for (const asUrl of [false, true]) {
      const sent = { url: `http://127.0.0.1:${port}/admin`, asUrl, body: {} };
      expect(await resultOf(fixture.cloud, 'elder', sent)).toEqual({ answered: 'another' });
    }
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  });

  test('are reached with the gateway as proxy', async () => {
    const body = { action: 'database.countDocument', collectionName: 'ticks' };
    const sent = { method: 'POST', path: 'http://tcb-admin.tencentyun.com/admin?eventId=1' };
    expect(await statusOf(sent, 'tcb-admin.tencentyun.com', body)).toBe(200);
  });

  test.each(['/logs?requestId=', '/counters', '/faults'])('give a page nothing to read: %s', async (path) => {
    const sent = { method: 'GET', path };
    expect(await statusOf(sent, 'tcb-admin.tencentyun.com')).toBe(404);
    expect(await statusOf(sent, `tcb-admin.tencentyun.com:${new URL(fixture.cloud.gatewayUrl).port}`)).toBe(
      403,
    );
    expect(await statusOf(sent, 'localhost')).toBe(200);
  });
});

/** The status of a request to the gateway under another name. */
function statusOf(sent: { method: string; path: string }, host: string, body = {}): Promise<unknown> {
  const { port } = new URL(fixture.cloud.gatewayUrl);
  return new Promise((resolve, reject) => {
    const asked = request({ ...sent, host: '127.0.0.1', port, headers: { host } }, (response) =>
      resolve(response.resume().statusCode),
    );
    asked.on('error', reject);
    asked.end(sent.method === 'POST' ? JSON.stringify(body) : undefined);
  });
}
