import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { Agent } from 'node:https';
import { connect } from 'node:tls';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { startCloudApi, type CloudApi } from './cloud-api';
import { writeZip } from './zip';

let api: CloudApi;
beforeEach(async () => {
  api = await startCloudApi({ envId: 'env-1', secretId: 'AKID1', secretKey: 'secret' });
});
afterEach(() => api.close());

type Answer = Record<string, unknown>;

/** Tencent's own SDK, unmodified, through the proxy. */
function client(service: string, version: string, secretKey = 'secret') {
  const { http_proxy: proxy, NODE_EXTRA_CA_CERTS: certificate } = api.environment;
  const agent = new Agent({ keepAlive: false });
  // `https.Agent` calls back when a tunnel is open; its types know only the synchronous form.
  Object.assign(agent, {
    createConnection({ host }: { host: string }, done: (error: Error | null, socket?: unknown) => void) {
      request(proxy, { method: 'CONNECT', path: `${host}:443` })
        .once('connect', (_response, socket) =>
          done(null, connect({ socket, servername: host, ca: readFileSync(certificate) })),
        )
        .once('error', done)
        .end();
    },
  });
  const sdk = new CommonClient(`${service}.tencentcloudapi.com`, version, {
    credential: { secretId: 'AKID1', secretKey },
    region: 'ap-shanghai',
    profile: { httpProfile: { agent } },
  });
  return (action: string, parameters: Answer = {}) => sdk.request(action, parameters) as Promise<Answer>;
}

const tcb = () => client('tcb', '2018-06-08');
const scf = () => client('scf', '2018-04-16');
const here = { EnvId: 'env-1' };
const zipOf = (path: string) =>
  writeZip(new Map([[path, Buffer.from('exports.main = () => 1;')]])).toString('base64');
const hello = {
  Namespace: 'env-1',
  FunctionName: 'hello',
  Handler: 'index.main',
  Runtime: 'Nodejs20.19',
  Code: { ZipFile: zipOf('index.js') },
};

test('a collection is created, indexed and closed, and reads back as such', async () => {
  await tcb()('CreateTable', { ...here, TableName: 'notes' });
  const keys = [
    { Name: 'city', Direction: '1' },
    { Name: 'at', Direction: '2dsphere' },
  ];
  const index = { IndexName: 'city_at', MgoKeySchema: { MgoIsUnique: false, MgoIndexKeys: keys } };
  await tcb()('UpdateTable', { ...here, TableName: 'notes', CreateIndexes: [index] });
  await tcb()('ModifyDatabaseACL', { ...here, CollectionName: 'notes', AclTag: 'ADMINONLY' });
  expect(await tcb()('DescribeTable', { ...here, TableName: 'notes' })).toMatchObject({
    IndexNum: 2,
    Indexes: [{ Name: '_id_' }, { Name: 'city_at', Unique: false, Keys: keys }],
    RequestId: expect.any(String) as string,
  });
  expect(await tcb()('DescribeDatabaseACL', { ...here, CollectionName: 'notes' })).toMatchObject({
    AclTag: 'ADMINONLY',
  });
});

test('a function is busy for a moment after each change, and its timers read back as the platform writes them', async () => {
  const call = scf();
  await call('CreateFunction', hello);
  const settings = { Namespace: 'env-1', FunctionName: 'hello', Timeout: 20 };
  await expect(call('UpdateFunctionConfiguration', settings)).rejects.toMatchObject({
    code: 'FailedOperation.FunctionStatusError',
  });
  expect(await call('GetFunction', { Namespace: 'env-1', FunctionName: 'hello' })).toMatchObject({
    Status: 'Updating',
  });
  await call('UpdateFunctionConfiguration', settings);
  const timer = { TriggerName: 'tick', Type: 'timer', TriggerDesc: '0 * * * * * *' };
  await call('BatchCreateTrigger', {
    Namespace: 'env-1',
    FunctionName: 'hello',
    Triggers: JSON.stringify([timer]),
    Count: 1,
  });
  expect(await call('GetFunction', { Namespace: 'env-1', FunctionName: 'hello' })).toMatchObject({
    Timeout: 20,
    Triggers: [{ TriggerName: 'tick', TriggerDesc: '{"cron":"0 * * * * * *"}' }],
  });
});

test.each([
  ['AuthFailure.SignatureFailure', () => client('tcb', '2018-06-08', 'other')('DescribeEnvInfo', here)],
  ['NoSuchVersion', () => client('tcb', '2019-01-01')('DescribeEnvInfo', here)],
  ['InvalidAction', () => tcb()('DropEverything', here)],
  ['ResourceNotFound', () => tcb()('DescribeEnvInfo', { EnvId: 'env-2' })],
  ['ResourceNotFound', () => tcb()('DescribeTable', { ...here, TableName: 'none' })],
  ['MissingParameter', () => tcb()('CreateTable', here)],
  ['UnknownParameter', () => tcb()('CreateTable', { ...here, TableName: 'notes', Colour: 'red' })],
  ['InvalidParameterValue', () => tcb()('CreateTable', { ...here, TableName: 'no/slash' })],
  [
    'InvalidParameterValue.Handler',
    () => scf()('CreateFunction', { ...hello, Code: { ZipFile: zipOf('main.js') } }),
  ],
  ['InvalidParameterValue.ZipFile', () => scf()('CreateFunction', { ...hello, Code: { ZipFile: 'AAAA' } })],
  [
    'InvalidParameterValue.EnvironmentExceededLimit',
    () =>
      scf()('CreateFunction', {
        ...hello,
        Environment: { Variables: [{ Key: 'LONG', Value: 'x'.repeat(4096) }] },
      }),
  ],
])('%s', async (code, call) => {
  await expect(call()).rejects.toMatchObject({ code });
});

test('a fault occurs as often as requested', async () => {
  api.faults.add({ kind: 'error', code: 'RequestLimitExceeded', action: 'DescribeEnvInfo', after: 1 });
  const codes: unknown[] = [];
  for (let call = 0; call < 3; call += 1)
    await tcb()('DescribeEnvInfo', here).then(
      () => codes.push('ok'),
      (error: { code: string }) => codes.push(error.code),
    );
  expect(codes).toEqual(['ok', 'RequestLimitExceeded', 'ok']);
});

test("hosts that are not Tencent's get no answer", async () => {
  const status = await new Promise((resolve, reject) => {
    request(api.environment.http_proxy, { method: 'CONNECT', path: 'example.com:443' })
      .once('connect', ({ statusCode }) => resolve(statusCode))
      .once('error', reject)
      .end();
  });
  expect(status).toBe(403);
});
