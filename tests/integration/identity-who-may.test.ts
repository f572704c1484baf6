import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { randomUUID } from 'node:crypto';
import { Role } from '../../cloudfunctions/shared/contract/actor';
import { contract, type FunctionName } from '../../cloudfunctions/shared/contract/contract';
import type { Call } from '../../cloudfunctions/shared/contract/call';
import { output, startProduct, type Product } from './product';
import { sampleInputs, type Named } from './sample-inputs';

/** The codes that refuse a call to a person without the right to make it. */
const denials = new Set(['sign-in-required', 'verification-required', 'phone-required', 'not-allowed']);

/** Calls that need an openid from WeChat even from a visitor; the table's roles begin after that. */
const needsAccount = new Set([
  'identity.bindPhone',
  'identity.verify',
  'identity.submitDocument',
  'identity.copyMyData',
  'identity.eraseMyData',
  'news.accepted',
  'moderation.sendFeedback',
  'moderation.myFeedback',
  'moderation.missName',
]);

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const calls = (Object.keys(contract) as FunctionName[]).flatMap((functionName) =>
  Object.entries(contract[functionName] as Record<string, Call>).map(([name, call]) => ({
    title: `${functionName}.${name}`,
    functionName,
    name,
    call,
  })),
);
const cells = calls.flatMap(({ title, functionName, name, call }) =>
  Role.options.map((role) => ({
    title: `${role} ${allows(call, role) ? 'may' : 'may not'} ${title}`,
    functionName,
    name,
    role,
    allowed: allows(call, role),
  })),
);

test('every call of the contract has a sample input and says who may make it', () => {
  for (const { functionName, name, call } of calls) {
    expect(Object.keys(sampleInputs[functionName])).toContain(name);
    expect(call.who.length).toBeGreaterThan(0);
  }
});

test.each(cells)('$title', async ({ functionName, name, role, allowed }) => {
  const samples = sampleInputs[functionName] as Record<string, (named: Named) => unknown>;
  const changesTown = allowed && (role === 'owner' || samples[name]?.length !== 0);
  const town = await (changesTown ? prepare : unchanged)(name === 'answerCallBack');
  const openid = await inRole(role, town, `${functionName}.${name}`);
  const answer = await product.callRaw(functionName, { call: name, input: samples[name]?.(town) }, openid);
  const code = answer.ok ? 'ok' : answer.error.code;
  expect(code).not.toBe('internal');
  // `document-route` and similar codes are answers to a person with access.
  expect(denials.has(code) ? 'denied' : 'let in').toBe(allowed ? 'let in' : 'denied');
});

test.each(calls.filter(({ call }) => !call.who.includes('guest')))(
  'a blocked person may $title only where that ends something',
  async ({ functionName, name, call }) => {
    const samples = sampleInputs[functionName] as Record<string, (named: Named) => unknown>;
    const role = call.who.find((each) => each !== 'owner') ?? 'owner';
    const changesTown = role === 'owner' || samples[name]?.length !== 0;
    const town = await (changesTown ? prepare : unchanged)(name === 'answerCallBack');
    const openid = await inRole(role, town, `${functionName}.${name}`);
    await product.block(openid);
    const answer = await product.callRaw(functionName, { call: name, input: samples[name]?.(town) }, openid);
    const isRefused = !answer.ok && answer.error.code === 'blocked';
    expect(isRefused).toBe(call.whileBlocked !== true);
  },
);

/** Whether a role gets in. Appointment requires membership; ownership depends on the thing, not on the role. */
function allows({ who }: Call, role: Role): boolean {
  if (who.includes('guest') || who.includes(role)) return true;
  return role !== 'guest' && who.includes('member');
}

type Town = Named & { poster: string; viewer: string; asCallBack: boolean };

const unchangedTowns = new Map<boolean, Promise<Town>>();

/** A town for calls that change nothing in it: refused ones, and those that name nothing of it. */
function unchanged(asCallBack: boolean): Promise<Town> {
  const town = unchangedTowns.get(asCallBack) ?? prepare(asCallBack);
  unchangedTowns.set(asCallBack, town);
  return town;
}

/** A person's post, and a contact with it (a call-back request where the call answers one). */
async function prepare(asCallBack: boolean): Promise<Town> {
  const poster = await product.enrol(`poster-${randomUUID()}`);
  const viewer = await product.enrol(`viewer-${randomUUID()}`);
  const { id: postId } = output(await product.call('posts', 'publish', aDraft('spare'), poster));
  if (asCallBack)
    product.providers.faults.dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  const { contact } = output(await product.call('contact', 'request', { postId }, viewer));
  product.providers.faults.dypls.clear();
  const alert = { board: 'need' as const, items: ['ibuprofen'], place: yuelu };
  const [{ id: alertId } = { id: '' }] = output(await product.call('news', 'setAlert', alert, poster)).alerts;
  return { postId, grantId: contact.id, alertId, poster, viewer, asCallBack };
}

/** Pictures of a document are for those who bound a phone first. */
async function guestWithPhone(): Promise<string> {
  const openid = `guest-${randomUUID()}`;
  const code = product.providers.wechat.issuePhoneCode(openid);
  output(await product.call('identity', 'bindPhone', { code }, openid));
  return openid;
}

async function inRole(role: Role, town: { poster: string; viewer: string }, call: string): Promise<string> {
  switch (role) {
    case 'guest':
      if (call === 'identity.placePictures') return guestWithPhone();
      // A guest known to WeChat if the call needs an openid, otherwise one unknown to WeChat.
      return needsAccount.has(call) ||
        /\.(mine|myReports)$/.test(call) ||
        /^contact\.(callers|interest)$/.test(call)
        ? `guest-${randomUUID()}`
        : '';
    case 'owner':
      return /^contact\.(done|outcome)$/.test(call) ? town.viewer : town.poster;
    default:
      return product.enrol(`${role}-${randomUUID()}`, { role });
  }
}
