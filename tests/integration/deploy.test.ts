import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { desiredState } from '../../scripts/deploy/desired/desired-state';
import { keyOf, startDeployCommand, type DeployCommand } from './deploy-command';
import { output, startProduct } from './product';

// Each run is a process that builds the functions and waits for the platform.
jest.setTimeout(300_000);

/** One environment that the tests deploy to one after the other, as its operators would. */
let command: DeployCommand;
beforeAll(async () => {
  command = await startDeployCommand();
});
afterAll(() => command.close());

/** The result of an undisturbed deployment, and its number of requests. */
let firstState: string;
let firstRequests: number;

/** Actions that change something. */
const changing = /^(Create|Update|Modify|Delete|BatchCreate)/;
const changes = () => command.api.requests.filter((action) => changing.test(action));

/** Everything that was deployed, without times, as a text. */
function state({ api }: DeployCommand): string {
  const { functions, collections, storageAcl } = api.deployed;
  const settings = [...functions].map(
    ([name, { zip, modified: _modified, busyReadings: _busy, ...rest }]) => ({
      name,
      code: zip.toString('base64'),
      ...rest,
    }),
  );
  const byName = (left: { name: string }, right: { name: string }) => (left.name < right.name ? -1 : 1);
  return JSON.stringify(
    { functions: settings.sort(byName), collections: [...collections], storageAcl },
    null,
    1,
  );
}

test('a missing or badly formed secret refuses before anything is changed, and no value is ever printed', async () => {
  const given = { ...command.values };
  Object.assign(command.values, {
    ID_HASH_KEY: '',
    PHONE_KEY_V1: 'short-secret',
    TENCENT_SECRET_KEY: '在控制台复制的密钥写在这里等一下再填',
    APP_ID: 'touristappid',
    UPLOAD_KEY_FILE: '/nowhere/private.key',
  });
  const { status, output: text } = await command.run();
  delete command.values.UPLOAD_KEY_FILE;
  Object.assign(command.values, given);
  expect(status).toBe(1);
  expect(text).toContain('ID_HASH_KEY is missing');
  expect(text).toContain('PHONE_KEY_V1 is not 32 random bytes in base64');
  expect(text).toContain('TENCENT_SECRET_KEY is not at least 16 letters, digits and signs without spaces');
  expect(text).toContain('APP_ID is wrong: wx and 16 of 0-9 and a-f');
  expect(text).toContain('UPLOAD_KEY_FILE is /nowhere/private.key, where no file is');
  expect(changes()).toEqual([]);
  for (const [name, value] of Object.entries(given))
    if (/KEY|SECRET|NUMBERS/.test(name)) expect(text).not.toContain(value);
  expect(text).not.toContain('short-secret');
});

test('keys of another account are refused with the words of the API', async () => {
  const { CLOUD_API_SECRET_KEY = '' } = command.values;
  command.values.CLOUD_API_SECRET_KEY = 'of-another-account';
  const { status, output: text } = await command.run();
  command.values.CLOUD_API_SECRET_KEY = CLOUD_API_SECRET_KEY;
  expect([status, text]).toEqual([1, expect.stringContaining('could not be validated')]);
});

test('a deployed product works: a post is published, found and expired by its timer', async () => {
  const requestsBefore = command.api.requests.length;
  const { status, output: text } = await command.run();
  expect(text).toMatch(/Not finished: by hand remain certification, /);
  expect(status).toBe(0);
  expect([...command.api.deployed.collections.keys()]).toEqual(
    desiredState.collections.map(({ collectionName }) => collectionName),
  );
  expect(command.api.deployed.storageAcl).toBe('PRIVATE');
  firstState = state(command);
  firstRequests = command.api.requests.length - requestsBefore;

  const dir = mkdtempSync(join(tmpdir(), 'deployed-'));
  const product = await startProduct(command.api.save(dir));
  try {
    const donor = await product.enrol('donor');
    const { id } = output(await product.call('posts', 'publish', aDraft('spare'), donor));
    const nearby = () => product.call('search', 'nearby', { board: 'spare', place: yuelu });
    expect(output(await nearby()).posts.map((post) => post.id)).toEqual([id]);
    await product.cloud.clock.advance(73 * 3_600_000, { fire: 'once' });
    expect(output(await product.call('posts', 'read', { id }, donor)).status).toBe('expired');
    expect(output(await nearby()).posts).toEqual([]);
  } finally {
    await product.close();
    rmSync(dir, { recursive: true, force: true });
  }
});

test("a second deployment changes nothing, and a person's change is shown and mended", async () => {
  const made = changes().length;
  const again = await command.run();
  expect(again.output).toContain('Nothing to change in the cloud.');
  expect(changes()).toHaveLength(made);

  const { collections, functions } = command.api.deployed;
  const posts = collections.get('posts');
  const boardTime = posts?.indexes.find(({ indexName }) => indexName === 'board_time');
  boardTime?.keys.splice(2);
  posts?.indexes.push({ indexName: 'by_hand', unique: true, keys: [{ name: 'note', direction: '1' }] });
  const change = (name: string, fields: object) => Object.assign(functions.get(name) ?? {}, fields);
  change('contact', { timeout: 3, triggers: [] });
  change('posts', { triggers: [{ name: 'expire-posts', cron: '0 */5 * * * * *', isOff: true }] });
  change('identity', { triggers: [{ name: 'forget', cron: '0 0 3 * * * *' }] });
  change('share', { handler: 'index.test' });
  functions.set('of-an-earlier-release', { ...functions.get('share')! });
  Object.assign(collections.get('persons') ?? {}, { aclTag: 'READONLY' });
  command.api.deployed.storageAcl = 'READONLY';
  const plan = await command.run('--dry-run');
  expect(changes()).toHaveLength(made);
  for (const line of [
    '~ index board_time (board, status, timeRank down, _id), is board, status',
    '? index by_hand (unique note) is not declared',
    '~ timeout 25 s, is 3 s',
    '+ timer sweep-contacts at 0 * * * * * *',
    '~ timer expire-posts at 0 */5 * * * * *, is switched off',
    '~ timer forget at 0 */10 * * * * *, is 0 0 3 * * * *',
    '~ handler index.main, is index.test',
    '~ access ADMINONLY, is READONLY',
    '~ access PRIVATE, is READONLY',
  ])
    expect(plan.output).toContain(`  ${line}\n`);
  expect(plan.output).toContain('not declared, left as they are: function of-an-earlier-release');
  expect(plan.output).toContain('1 to create, 7 to change');

  await command.run();
  functions.delete('of-an-earlier-release');
  expect((await command.run('--dry-run')).output).toContain('0 to create, 0 to change');
  expect(functions.get('posts')?.triggers).toEqual([{ name: 'expire-posts', cron: '0 */5 * * * * *' }]);
  expect(boardTime && posts?.indexes.find(({ indexName }) => indexName === 'board_time')?.keys).toHaveLength(
    4,
  );
  expect(posts?.indexes.some(({ indexName }) => indexName === 'by_hand')).toBe(true);
});

test('a secret in the cloud stays, whatever is given, until it is rotated', async () => {
  const valueOf = (name: string) =>
    command.api.deployed.functions.get('identity')?.variables.find(({ Key }) => Key === name)?.Value;
  const before = state(command);
  const { PHONE_KEY_V1: firstKey } = command.values;
  Object.assign(command.values, { PHONE_KEY_V1: '', TENCENT_SECRET_KEY: 'another-secret-key' });
  const redeployed = await command.run();
  expect(redeployed.output).toContain('TENCENT_SECRET_KEY  kept as it is in the cloud, which differs');
  expect(state(command) === before).toBe(true);

  expect((await command.run('rotate', 'TENCENT_SECRET_KEY')).status).toBe(0);
  expect(valueOf('TENCENT_SECRET_KEY')).toBe('another-secret-key');
  command.values.PHONE_KEY_V2 = keyOf('second');
  expect((await command.run('rotate', 'PHONE_KEY_V2')).status).toBe(0);
  await command.run();
  expect([valueOf('PHONE_KEY_V1'), valueOf('PHONE_KEY_V2')]).toEqual([firstKey, keyOf('second')]);
});

test('with the keys of another environment nothing begins', async () => {
  const { ID_HASH_KEY = '' } = command.values;
  command.values.ID_HASH_KEY = keyOf('production');
  const changed = changes().length;
  const refused = await command.run();
  command.values.ID_HASH_KEY = ID_HASH_KEY;
  expect([refused.status, changes().length]).toEqual([1, changed]);
  expect(refused.output).toContain('ID_HASH_KEY is another in the cloud, so that the file may be that of');
});

test('another campaign does not come into an environment that holds posts of the first', async () => {
  command.values.CAMPAIGN = 'flood';
  const changed = changes().length;
  const refused = await command.run();
  delete command.values.CAMPAIGN;
  expect(refused.status).toBe(1);
  expect(refused.output).toContain('CAMPAIGN is fever in the cloud, not flood: choose another environment');
  expect(changes()).toHaveLength(changed);
});

test.each([0.4, 0.85])(
  'a deployment that was killed at %f of its way ends like an undisturbed one',
  async (share) => {
    const other = await startDeployCommand();
    try {
      await other.runKilledAt(Math.round(firstRequests * share));
      expect((await other.run()).status).toBe(0);
      expect(state(other) === firstState).toBe(true);
    } finally {
      await other.close();
    }
  },
);

test('an unknown failure is explained, and too many requests, lost answers and busy things are waited for', async () => {
  const other = await startDeployCommand();
  try {
    const { faults } = other.api;
    faults.add({ kind: 'error', code: 'UnknownThing.Odd', action: 'CreateTable' });
    const stopped = await other.run();
    expect(stopped.status).toBe(1);
    expect(stopped.output).toMatch(
      /\[CreateTable\] a fault on demand \(UnknownThing\.Odd, request [\w-]+\)\nNot finished\. .* start again/,
    );
    faults.add({ kind: 'error', code: 'RequestLimitExceeded', times: 3 });
    faults.add({ kind: 'error', code: 'RequestLimitExceeded', action: 'UpdateTable', after: 2, times: 2 });
    faults.add({ kind: 'lost', action: 'CreateTable', after: 1 });
    faults.add({ kind: 'lost', action: 'CreateFunction' });
    faults.add({ kind: 'down', action: 'DescribeTable', after: 3 });
    faults.add({ kind: 'error', code: 'ResourceInUse', action: 'ModifyDatabaseACL' });
    const { status, output: text } = await other.run();
    expect([status, text]).toEqual([0, expect.stringContaining('changes made and read back')]);
    expect(state(other) === firstState).toBe(true);
  } finally {
    await other.close();
  }
});
