import { byFirst, bySecond, contact, publish, type Cast, type Scenes } from './cast';

/** Asks for a contact while the carrier has no number. */
async function asking({ product }: Cast, postId: string, openid: string): Promise<unknown> {
  const { dypls } = product.providers.faults;
  dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  const answer = await product.call('contact', 'request', { postId }, openid);
  dypls.clear();
  return answer;
}

/** A contact for which the carrier has no number. */
async function askedContact(cast: Cast, postId: string, openid: string): Promise<string> {
  const { dypls } = cast.product.providers.faults;
  dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  const id = await contact(cast, postId, openid);
  dypls.clear();
  return id;
}

const saying = { kind: 'sentence' as const, code: 'agreed' };

/** Calls of a viewer and a poster, of whom one is erased. */
export const contactScenes: Scenes = [
  [
    'contact.request',
    async (cast) => {
      const postId = await publish(cast, cast.other);
      return byFirst(cast, () => asking(cast, postId, cast.leaver.first));
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
    'contact.confirm',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.leaver.first, 'spare'), cast.other);
      await cast.product.call('contact', 'outcome', { id, outcome: 'received' }, cast.other);
      const input = { id, answer: 'given' as const };
      return byFirst(cast, () => cast.product.call('contact', 'confirm', input, cast.leaver.second));
    },
  ],
  [
    'contact.confirm',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.other), cast.leaver.first);
      const input = { id, answer: 'given' as const };
      return byFirst(cast, () => cast.product.call('contact', 'confirm', input, cast.other));
    },
  ],
  [
    'contact.outcome',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.leaver.first, 'spare'), cast.other);
      const input = { id, outcome: 'received' as const };
      return byFirst(cast, () => cast.product.call('contact', 'outcome', input, cast.other));
    },
  ],
  [
    'contact.say',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.other), cast.leaver.first);
      return byFirst(cast, () => cast.product.call('contact', 'say', { id, saying }, cast.leaver.first));
    },
  ],
  [
    'contact.say',
    async (cast) => {
      const postId = await publish(cast, cast.leaver.first);
      const id = await contact(cast, postId, cast.other);
      await cast.product.call('posts', 'fulfil', { id: postId }, cast.leaver.first);
      return byFirst(cast, () => cast.product.call('contact', 'say', { id, saying }, cast.other));
    },
  ],
  [
    'contact.talk',
    async (cast) => {
      const postId = await publish(cast, cast.leaver.first);
      const id = await contact(cast, postId, cast.other);
      await cast.product.call('contact', 'say', { id, saying }, cast.leaver.second);
      return byFirst(cast, () => cast.product.call('contact', 'talk', { id }, cast.other));
    },
  ],
  [
    'contact.endViewer',
    async (cast) => {
      const id = await contact(cast, await publish(cast, cast.leaver.first), cast.other);
      return byFirst(cast, () => cast.product.call('contact', 'endViewer', { id }, cast.leaver.second));
    },
  ],
  [
    'contact.endViewer',
    async (cast) => {
      const postId = await publish(cast, cast.other);
      const id = await contact(cast, postId, cast.leaver.first);
      await askedContact(cast, await publish(cast, cast.other, 'spare'), cast.leaver.second);
      return bySecond(cast, () => cast.product.call('contact', 'endViewer', { id }, cast.other));
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
];
