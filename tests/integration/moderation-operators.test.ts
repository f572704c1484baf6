import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { openSecrets } from 'cloudbase-local';
import {
  acceptApplications,
  invite as inviteByCommand,
  waitingApplications,
} from '../../scripts/operators/applications';
import { appoint } from '../../scripts/operators/appoint';
import { storeOf } from '../../scripts/operators/store';
import { output, personIdOf, startProduct, type Product } from './product';

let product: Product;
let operator: string;
beforeAll(async () => {
  product = await startProduct();
  operator = await product.enrol('operator', { role: 'operator' });
});
afterAll(() => product.close());

const right = ['publish', 'refuse', 'publish', 'ask-to-correct', 'refuse'] as const;
const wrong = ['refuse', 'publish', 'refuse', 'publish', 'publish'] as const;
const invite = async () => output(await product.call('moderation', 'invite', {}, operator)).code;
const answer = (openid: string, decisions: readonly ('publish' | 'refuse' | 'ask-to-correct')[]) =>
  product.call(
    'moderation',
    'answerTrial',
    { answers: decisions.map((decision, at) => ({ id: at + 1, decision })) },
    openid,
  );
const roleOf = async (openid: string) => output(await product.call('identity', 'me', {}, openid)).role;

test('a code, five trial items and one acceptance for all make volunteers', async () => {
  const code = await invite();
  const helpers = await Promise.all([1, 2, 3].map((at) => product.enrol(`helper-${at}`)));
  for (const helper of helpers) {
    const applied = output(await product.call('moderation', 'apply', { code: code.toLowerCase() }, helper));
    expect(applied).toMatchObject({ state: 'trial', right: null });
    expect(applied.trial).toHaveLength(5);
    expect(JSON.stringify(applied.trial)).not.toMatch(/"(refuse|publish|ask-to-correct)"/);
    expect(output(await answer(helper, right))).toMatchObject({ state: 'waiting', right: 5 });
  }
  const { applications } = output(await product.call('moderation', 'applications', {}, operator));
  expect(applications).toHaveLength(3);
  const ids = applications.map(({ id }) => id);
  expect(output(await product.call('moderation', 'accept', { ids }, operator))).toEqual({ accepted: 3 });
  expect(output(await product.call('moderation', 'accept', { ids }, operator))).toEqual({ accepted: 0 });
  const [first = ''] = helpers;
  expect(await roleOf(first)).toBe('volunteer');
  output(await product.call('moderation', 'next', {}, first));

  const listed = output(await product.call('moderation', 'volunteers', {}, operator)).volunteers;
  expect(listed).toHaveLength(3);
  expect(JSON.stringify([applications, listed])).not.toContain(personIdOf('helper-1'));
  for (const { id } of listed) output(await product.call('moderation', 'dismiss', { id }, operator));
  expect(await roleOf(first)).toBe('member');
  expect(await product.call('moderation', 'next', {}, first)).toMatchObject({
    error: { code: 'not-allowed' },
  });
});

test('a wrong or old code invites no one, and a failed trial waits a day', async () => {
  const helper = await product.enrol('hasty');
  expect(await product.call('moderation', 'apply', { code: 'AAAA' }, helper)).toMatchObject({
    error: { code: 'code-invalid' },
  });
  const code = await invite();
  output(await product.call('moderation', 'apply', { code }, helper));
  expect(output(await answer(helper, wrong))).toMatchObject({ state: 'failed', right: 0 });
  expect(output(await answer(helper, right)).state).toBe('failed');
  expect(output(await product.call('moderation', 'apply', { code }, helper)).state).toBe('failed');
  await product.cloud.clock.advance(25 * 3_600_000, { fire: 'once' });
  expect(output(await product.call('moderation', 'apply', { code }, helper)).state).toBe('trial');
  await product.cloud.clock.advance(8 * 24 * 3_600_000, { fire: 'once' });
  const late = await product.enrol('late');
  expect(await product.call('moderation', 'apply', { code }, late)).toMatchObject({
    error: { code: 'code-invalid' },
  });
});

test('the figures count the volunteers of the list, without people whom the list lacks', async () => {
  const code = await invite();
  const helper = await product.enrol('listed');
  output(await product.call('moderation', 'apply', { code }, helper));
  output(await answer(helper, right));
  const { applications } = output(await product.call('moderation', 'applications', {}, operator));
  const ids = applications.map(({ id }) => id);
  output(await product.call('moderation', 'accept', { ids }, operator));

  // A volunteer whom the command appointed has no application, but work that is counted.
  const appointed = await product.enrol('appointed', { role: 'volunteer' });
  const doubtful = aDraft('spare', { note: '整箱布洛芬，家里用不完' });
  const owner = await product.enrol('owner');
  const { id } = output(await product.call('posts', 'publish', doubtful, owner));
  output(await product.call('moderation', 'next', {}, appointed));
  output(await product.call('moderation', 'decide', { id, decision: 'publish' }, appointed));

  const { volunteers } = output(await product.call('moderation', 'volunteers', {}, operator));
  const figures = output(await product.call('moderation', 'statistics', {}, operator));
  expect(figures).toMatchObject({ volunteers: volunteers.length, decisions: 1 });
});

test('the command invites, and accepts those who passed; the hour’s decisions are counted', async () => {
  const store = storeOf(product.cloud.database);
  process.env.MODERATION_KEY = openSecrets(product.dataDir, {}).valueOf('MODERATION_KEY');
  const code = await inviteByCommand(store, product.cloud.clock.now());
  const members = [await product.enrol('applicant-one'), await product.enrol('applicant-two')];
  for (const member of members) {
    output(await product.call('moderation', 'apply', { code }, member));
    output(await answer(member, right));
  }
  expect(await acceptApplications(store, 'all', product.cloud.clock.now())).toBeGreaterThanOrEqual(2);
  expect(await waitingApplications(store)).toEqual([]);
  const owner = await product.enrol('doubted');
  output(await product.call('posts', 'publish', aDraft('spare', { note: '整箱布洛芬，家里用不完' }), owner));
  const [first = '', second = ''] = members;
  const before = output(await product.call('moderation', 'statistics', {}, operator)).decisionsLastHour;
  const { item } = output(await product.call('moderation', 'next', {}, first));
  const decision = { id: item?.id ?? '', decision: 'publish' } as const;
  output(await product.call('moderation', 'decide', decision, first));
  const paced = output(await product.call('moderation', 'statistics', {}, operator));
  expect(paced.decisionsLastHour).toBe(before + 1);
  await appoint(store, second, 'member', product.cloud.clock.now());
  const after = output(await product.call('moderation', 'statistics', {}, operator));
  expect(after.volunteers).toBe(paced.volunteers - 1);
});
