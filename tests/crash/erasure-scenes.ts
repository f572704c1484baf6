import { aCorrection, aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type { CallName, FunctionName } from '../../cloudfunctions/shared/contract/contract';
import { output, personIdOf, type Product } from '../integration/product';
import { uploadPictures } from '../integration/upload-picture';

/** What a scene's people have made ready: something that is about to be done, and who is erased meanwhile. */
export interface Scene {
  act(): Promise<unknown>;
  /** The account that asks to be erased, and all that belongs to the same person, this one too. */
  erasing: string;
  accounts: string[];
}

/** People of one run, all new. */
export interface Cast {
  product: Product;
  /** A verified member of a person of one's own, with a second account. */
  leaver: { first: string; second: string };
  /** Somebody who stays. */
  other: string;
  operator: string;
  /** An account of which nothing is stored, and the name and number of the leaver's card. */
  fresh: string;
  card: { name: string; idNumber: string };
}

type SceneName = { [F in FunctionName]: `${F}.${CallName<F>}` }[FunctionName];

/** Calls that store nothing for a person. A call that is in neither list fails the test of the model. */
export const readingCalls: readonly SceneName[] = [
  'search.nearby',
  'search.campaign',
  'posts.read',
  'posts.mine',
  'identity.me',
  'identity.documentQueue',
  'contact.mine',
  'contact.callBacks',
  'contact.interest',
  'moderation.myReports',
  'moderation.applications',
  'moderation.volunteers',
  'moderation.statistics',
  'share.namePlace',
  'share.code',
  'share.open',
  'share.endedPost',
];

/**
 * Calls that no scene tries. A proposed block outlives an erasure on purpose; the others are of operators and of members who
 * become volunteers, whose erasure is tried by itself only.
 */
export const untriedCalls: readonly SceneName[] = [
  'moderation.proposeBlock',
  'moderation.invite',
  'moderation.apply',
  'moderation.answerTrial',
  'moderation.accept',
  'moderation.dismiss',
];

/** A spare that waits for a volunteer, because of its note. */
const publishDoubtful = async ({ product, leaver }: Cast) =>
  output(
    await product.call('posts', 'publish', aDraft('spare', { note: '整箱布洛芬，家里用不完' }), leaver.first),
  ).id;
const decideNext = async (
  { product, operator }: Cast,
  id: string,
  decision: { decision: 'publish' } | { decision: 'refuse'; reason: 'selling' },
) => {
  output(await product.call('moderation', 'next', {}, operator));
  return product.call('moderation', 'decide', { id, ...decision }, operator);
};

const publish = async ({ product }: Cast, openid: string, board: 'need' | 'spare' = 'need') =>
  output(await product.call('posts', 'publish', aDraft(board, { note: '' }), openid)).id;
const contact = async ({ product }: Cast, postId: string, openid: string) =>
  output(await product.call('contact', 'request', { postId }, openid)).contact.id;
/** A contact for which the carrier has no number. */
async function askedContact(cast: Cast, postId: string, openid: string): Promise<string> {
  const { dypls } = cast.product.providers.faults;
  dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  const id = await contact(cast, postId, openid);
  dypls.clear();
  return id;
}
const bothAccounts = ({ leaver }: Cast) => ({
  erasing: leaver.first,
  accounts: [leaver.first, leaver.second],
});
const byFirst = (cast: Cast, act: () => Promise<unknown>): Scene => ({ ...bothAccounts(cast), act });
const bySecond = (cast: Cast, act: () => Promise<unknown>): Scene => ({
  ...bothAccounts(cast),
  erasing: cast.leaver.second,
  act,
});
const ofFresh = ({ fresh }: Cast, act: () => Promise<unknown>): Scene => ({
  act,
  erasing: fresh,
  accounts: [fresh],
});

const ownersAction =
  (name: 'renew' | 'withdraw' | 'fulfil') =>
  async (cast: Cast): Promise<Scene> => {
    const id = await publish(cast, cast.leaver.first);
    return byFirst(cast, () => cast.product.call('posts', name, { id }, cast.leaver.first));
  };

/** Every writing call, in the situations in which it writes something else. */
export const scenes: readonly (readonly [SceneName, (cast: Cast) => Promise<Scene>])[] = [
  ['posts.publish', (cast) => Promise.resolve(byFirst(cast, () => publishing(cast)))],
  ['posts.publish', (cast) => Promise.resolve(bySecond(cast, () => publishing(cast)))],
  [
    'posts.publish',
    async (cast) => {
      await publish(cast, cast.leaver.second, 'spare');
      return bySecond(cast, () => publishing(cast));
    },
  ],
  ['posts.renew', ownersAction('renew')],
  ['posts.withdraw', ownersAction('withdraw')],
  ['posts.fulfil', ownersAction('fulfil')],
  [
    'posts.give',
    async (cast) => {
      const id = await publish(cast, cast.leaver.first, 'spare');
      const input = { id, leftBefore: 3, leftAfter: 2 };
      return byFirst(cast, () => cast.product.call('posts', 'give', input, cast.leaver.first));
    },
  ],
  [
    'contact.request',
    async (cast) => {
      const postId = await publish(cast, cast.other);
      return byFirst(cast, () => cast.product.call('contact', 'request', { postId }, cast.leaver.first));
    },
  ],
  [
    'contact.request',
    async (cast) => {
      const postId = await publish(cast, cast.leaver.second);
      return byFirst(cast, () => cast.product.call('contact', 'request', { postId }, cast.other));
    },
  ],
  [
    'contact.answerCallBack',
    async (cast) => {
      const id = await askedContact(cast, await publish(cast, cast.leaver.first), cast.other);
      return byFirst(cast, () => cast.product.call('contact', 'answerCallBack', { id }, cast.leaver.first));
    },
  ],
  [
    'contact.answerCallBack',
    async (cast) => {
      const id = await askedContact(cast, await publish(cast, cast.other), cast.leaver.first);
      return bySecond(cast, () => cast.product.call('contact', 'answerCallBack', { id }, cast.other));
    },
  ],
  [
    'contact.done',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.other), cast.leaver.first);
      return byFirst(cast, () => cast.product.call('contact', 'done', { id }, cast.leaver.first));
    },
  ],
  [
    'contact.done',
    async (cast) => {
      const id = await askedContact(cast, await publish(cast, cast.leaver.first), cast.other);
      return byFirst(cast, () => cast.product.call('contact', 'done', { id }, cast.other));
    },
  ],
  [
    'contact.outcome',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.other), cast.leaver.first);
      const input = { id, outcome: 'received' as const };
      return byFirst(cast, () => cast.product.call('contact', 'outcome', input, cast.leaver.first));
    },
  ],
  [
    'contact.outcome',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.leaver.first), cast.other);
      const input = { id, outcome: 'asked-for-money' as const };
      return byFirst(cast, () => cast.product.call('contact', 'outcome', input, cast.other));
    },
  ],
  [
    'contact.settle',
    async (cast) => {
      const postId = await publish(cast, cast.leaver.first);
      await contact(cast, postId, cast.other);
      return byFirst(cast, () => cast.product.call('posts', 'withdraw', { id: postId }, cast.leaver.second));
    },
  ],
  [
    'moderation.report',
    async (cast) => {
      const postId = await publish(cast, cast.other);
      await contact(cast, postId, cast.leaver.first);
      return byFirst(cast, () => report(cast, postId, cast.leaver.first));
    },
  ],
  [
    'moderation.report',
    async (cast) => {
      const postId = await publish(cast, cast.leaver.first);
      await contact(cast, postId, cast.other);
      return byFirst(cast, () => report(cast, postId, cast.other));
    },
  ],
  [
    'posts.correct',
    async (cast) => {
      const id = await publishDoubtful(cast);
      const correction = { id, draft: aCorrection('家里多的一盒') };
      return byFirst(cast, () => cast.product.call('posts', 'correct', correction, cast.leaver.second));
    },
  ],
  [
    'moderation.next',
    async (cast) => {
      await publishDoubtful(cast);
      return byFirst(cast, () => cast.product.call('moderation', 'next', {}, cast.operator));
    },
  ],
  [
    'moderation.decide',
    async (cast) => {
      const id = await publishDoubtful(cast);
      return byFirst(cast, () => decideNext(cast, id, { decision: 'publish' }));
    },
  ],
  [
    'moderation.undo',
    async (cast) => {
      const id = await publishDoubtful(cast);
      await decideNext(cast, id, { decision: 'publish' });
      return byFirst(cast, () => cast.product.call('moderation', 'undo', { id }, cast.operator));
    },
  ],
  [
    'moderation.appeal',
    async (cast) => {
      const postId = await publishDoubtful(cast);
      await decideNext(cast, postId, { decision: 'refuse', reason: 'selling' });
      const appeal = { postId, text: '这是家里剩下的' };
      return byFirst(cast, () => cast.product.call('moderation', 'appeal', appeal, cast.leaver.first));
    },
  ],
  ['identity.bindPhone', (cast) => Promise.resolve(ofFresh(cast, () => bindPhone(cast, cast.fresh)))],
  ['identity.bindPhone', (cast) => Promise.resolve(byFirst(cast, () => bindPhone(cast, cast.leaver.second)))],
  [
    'identity.verify',
    async (cast) => {
      output(await bindPhone(cast, cast.fresh));
      return ofFresh(cast, () => verify(cast, cast.fresh));
    },
  ],
  [
    'identity.verify',
    async (cast) => {
      const earlier = `${cast.fresh}-earlier`;
      for (const openid of [earlier, cast.fresh]) output(await bindPhone(cast, openid));
      output(await verify(cast, earlier));
      output(await cast.product.call('identity', 'allowAccount', {}, earlier));
      return {
        act: () => verify(cast, cast.fresh),
        erasing: earlier,
        // The other account is only theirs once it is verified.
        accounts: [earlier],
      };
    },
  ],
  [
    'identity.allowAccount',
    (cast) =>
      Promise.resolve(
        bySecond(cast, () => cast.product.call('identity', 'allowAccount', {}, cast.leaver.first)),
      ),
  ],
  [
    'identity.placePictures',
    async (cast) => {
      output(await bindPhone(cast, cast.fresh));
      return ofFresh(cast, () => cast.product.call('identity', 'placePictures', { count: 2 }, cast.fresh));
    },
  ],
  [
    'identity.submitDocument',
    async (cast) => {
      output(await bindPhone(cast, cast.fresh));
      const photoFileIds = await uploadPictures(cast.product, cast.fresh);
      return ofFresh(cast, () => submit(cast, photoFileIds));
    },
  ],
  [
    'identity.decideDocument',
    async (cast) => {
      output(await bindPhone(cast, cast.fresh));
      output(await submit(cast));
      return ofFresh(cast, () => decide(cast));
    },
  ],
  [
    'identity.eraseMyData',
    async (cast) => {
      await publish(cast, cast.leaver.first);
      await contact(cast, await publish(cast, cast.other), cast.leaver.second);
      const erase = () => cast.product.call('identity', 'eraseMyData', { confirm: true }, cast.leaver.second);
      return byFirst(cast, erase);
    },
  ],
];

const publishing = (cast: Cast) =>
  cast.product.call('posts', 'publish', aDraft('spare', { note: '一场删除之前写的话' }), cast.leaver.first);

const report = ({ product }: Cast, postId: string, openid: string) =>
  product.call('moderation', 'report', { postId, reason: 'not-real' }, openid);

const bindPhone = ({ product }: Cast, openid: string) =>
  product.call('identity', 'bindPhone', { code: product.providers.wechat.issuePhoneCode(openid) }, openid);

const verify = ({ product, card }: Cast, openid: string) =>
  product.call('identity', 'verify', { ...card, consent: true }, openid);

const passportOf = ({ fresh }: Cast) => ({
  name: 'Anna Schmidt',
  number: personIdOf(fresh).slice(-12).toUpperCase(),
});

const submit = async (cast: Cast, photoFileIds?: string[]) =>
  cast.product.call(
    'identity',
    'submitDocument',
    {
      kind: 'passport',
      ...passportOf(cast),
      bornOn: '1980-02-29',
      photoFileIds: photoFileIds ?? (await uploadPictures(cast.product, cast.fresh)),
      consent: true,
    },
    cast.fresh,
  );

async function decide(cast: Cast): Promise<unknown> {
  const queue = output(await cast.product.call('identity', 'documentQueue', {}, cast.operator));
  const { name: nameRead, number: numberRead } = passportOf(cast);
  const id = queue.documents.at(-1)?.id ?? '';
  return cast.product.call(
    'identity',
    'decideDocument',
    { id, decision: 'accept', nameRead, numberRead },
    cast.operator,
  );
}
