import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type { PersonDocument } from '../../cloudfunctions/shared/contract/documents';
import { Outcome } from '../../cloudfunctions/shared/contract/outcome';
import { personIdOf, type Product } from '../integration/product';

/** One thing that somebody does. It may be refused; it may not fail unexpectedly. */
export type Deed = { name: string; run: () => Promise<unknown> };

/** A few people who post, contact, answer and are blocked, each through two accounts. */
export interface People {
  draw: () => Deed;
  /** Lets whoever was refused an erasure ask again: one that is begun and not repeated is none. */
  finish: () => Promise<void>;
}

const count = 6;
const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

export async function createPeople(product: Product, random: () => number): Promise<People> {
  const accounts: string[] = [];
  for (let person = 0; person < count; person += 1)
    for (const account of ['a', 'b'])
      accounts.push(
        await product.enrol(`model-${person}-${account}`, { personId: personIdOf(`model-${person}`) }),
      );
  /** Newest last; older ones are contacted less and less. */
  const posts: { id: string; owner: string }[] = [];
  let drifters = 0;
  const unfinished: string[] = [];

  const anybody = () => pick(accounts, random) ?? '';
  const anyPost = () => pick(posts.slice(-12), random) ?? { id: '', owner: '' };

  async function grantOf(openid: string): Promise<string | null> {
    const mine = await product.call('contact', 'mine', {}, openid);
    return mine.ok ? (pick(mine.output.contacts, random)?.id ?? null) : null;
  }
  async function publish(owner: string): Promise<void> {
    const portions = 1 + Math.floor(random() * 3);
    const draft = random() < 0.7 ? aDraft('spare', { portions }) : aDraft('need');
    const answer = await product.call('posts', 'publish', draft, owner);
    if (answer.ok) posts.push({ id: answer.output.id, owner });
  }
  async function drift() {
    const openid = await product.enrol(`drift-${(drifters += 1)}`);
    await product.call('contact', 'request', { postId: anyPost().id }, openid);
    if (random() >= 0.5) return;
    const answer = await erase(openid);
    if (!answer.ok) unfinished.push(openid);
    return answer;
  }
  const erase = (openid: string) => product.call('identity', 'eraseMyData', { confirm: true }, openid);
  async function block(): Promise<void> {
    const _id = personIdOf(`model-${Math.floor(random() * count)}`);
    const blockedAtMs = random() < 0.3 ? product.cloud.clock.now() : null;
    await changePerson(product, _id, { blockedAtMs });
  }

  const deeds: readonly { name: string; weight: number; run: () => Promise<unknown> }[] = [
    {
      name: 'request',
      weight: 30,
      run: () => product.call('contact', 'request', { postId: anyPost().id }, anybody()),
    },
    { name: 'publish', weight: 8, run: () => publish(anybody()) },
    {
      name: 'withdraw',
      weight: 4,
      run: () => {
        const { id, owner } = anyPost();
        return product.call('posts', 'withdraw', { id }, owner);
      },
    },
    {
      name: 'outcome',
      weight: 10,
      run: async () => {
        const openid = anybody();
        const id = await grantOf(openid);
        const outcome = pick(Outcome.options, random) ?? 'other';
        if (id) return product.call('contact', 'outcome', { id, outcome }, openid);
      },
    },
    {
      name: 'done',
      weight: 8,
      run: async () => {
        const openid = anybody();
        const id = await grantOf(openid);
        if (id) return product.call('contact', 'done', { id }, openid);
      },
    },
    {
      name: 'answer',
      weight: 8,
      run: async () => {
        const openid = anybody();
        const waiting = await product.call('contact', 'callBacks', {}, openid);
        const id = waiting.ok ? pick(waiting.output.callBacks, random)?.id : undefined;
        if (id) return product.call('contact', 'answerCallBack', { id }, openid);
      },
    },
    { name: 'drift', weight: 6, run: drift },
    { name: 'block', weight: 3, run: block },
  ];
  const total = deeds.reduce((sum, { weight }) => sum + weight, 0);
  for (const openid of accounts.slice(0, 4)) await publish(openid);
  return {
    finish: async () => {
      for (const openid of unfinished.splice(0)) {
        const answer = await erase(openid);
        if (!answer.ok) throw new Error(`an erasure is refused when all is quiet: ${answer.error.code}`);
      }
    },
    draw: () => {
      let left = random() * total;
      return deeds.find(({ weight }) => (left -= weight) < 0) ?? { name: 'block', run: block };
    },
  };
}

async function changePerson(
  product: Product,
  _id: string,
  { blockedAtMs }: Pick<PersonDocument, 'blockedAtMs'>,
): Promise<void> {
  const value = blockedAtMs === null ? null : { $numberLong: String(blockedAtMs) };
  await product.cloud.database.handle('database.modifyDocument', {
    collectionName: 'persons',
    queryType: 'WHERE',
    query: JSON.stringify({ _id }),
    data: JSON.stringify({ $set: { blockedAtMs: value } }),
    multi: false,
    merge: true,
    upsert: false,
  });
}
