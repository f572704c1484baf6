import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type { PersonDocument } from '../../cloudfunctions/shared/contract/documents';
import { Outcome } from '../../cloudfunctions/shared/contract/outcome';
import { personIdOf, type Product } from '../integration/product';

/** One deed of a person. It may be refused, but must not fail unexpectedly. */
export type Deed = { name: string; run(): Promise<unknown> };

/** The state from which deeds are drawn, and which they leave to later ones. */
export interface Scene {
  product: Product;
  random(): number;
  personCount: number;
  accounts: readonly string[];
  /** The newest comes last; older ones are contacted less and less. */
  posts: { id: string; owner: string }[];
  drifters: number;
  /** Accounts whose erasure was refused. */
  unfinished: string[];
}

/** Every deed with its frequency. */
export function weightedDeeds(scene: Scene): readonly (Deed & { weight: number })[] {
  const { product, random } = scene;
  const anyAccount = () => pick(scene.accounts, random) ?? '';
  const anyPost = () => pick(scene.posts.slice(-12), random) ?? { id: '', owner: '' };
  return [
    {
      name: 'request',
      weight: 30,
      run: () => product.call('contact', 'request', { postId: anyPost().id }, anyAccount()),
    },
    { name: 'publish', weight: 8, run: () => publish(scene, anyAccount()) },
    {
      name: 'withdraw',
      weight: 4,
      run: () => {
        const { id, owner } = anyPost();
        return product.call('posts', 'withdraw', { id }, owner);
      },
    },
    { name: 'outcome', weight: 10, run: () => reportOutcome(scene, anyAccount()) },
    { name: 'done', weight: 8, run: () => finishContact(scene, anyAccount()) },
    { name: 'answer', weight: 8, run: () => answerCallBack(scene, anyAccount()) },
    { name: 'end', weight: 4, run: () => endViewer(scene, anyAccount()) },
    { name: 'drift', weight: 6, run: () => drift(scene, () => anyPost().id) },
    { name: 'block', weight: 3, run: () => block(scene) },
  ];
}

export async function publish({ product, random, posts }: Scene, owner: string): Promise<void> {
  const portions = 1 + Math.floor(random() * 3);
  const draft = random() < 0.7 ? aDraft('spare', { portions, note: '' }) : aDraft('need', { note: '' });
  const answer = await product.call('posts', 'publish', draft, owner);
  if (answer.ok) posts.push({ id: answer.output.id, owner });
}

export function erase(product: Product, openid: string) {
  return product.call('identity', 'eraseMyData', { confirm: true }, openid);
}

/** Blocks a person or, more often, lifts the block. */
export async function block({ product, random, personCount }: Scene): Promise<void> {
  const _id = personIdOf(`model-${Math.floor(random() * personCount)}`);
  const blockedAtMs = random() < 0.3 ? product.cloud.clock.now() : null;
  await changePerson(product, _id, { blockedAtMs });
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

async function anyGrant({ product, random }: Scene, openid: string): Promise<string | null> {
  const mine = await product.call('contact', 'mine', {}, openid);
  return mine.ok ? (pick(mine.output.contacts, random)?.id ?? null) : null;
}

async function reportOutcome(scene: Scene, openid: string) {
  const id = await anyGrant(scene, openid);
  const outcome = pick(Outcome.options, scene.random) ?? 'other';
  if (id) return scene.product.call('contact', 'outcome', { id, outcome }, openid);
}

async function finishContact(scene: Scene, openid: string) {
  const id = await anyGrant(scene, openid);
  if (id) return scene.product.call('contact', 'done', { id }, openid);
}

async function answerCallBack({ product, random }: Scene, openid: string) {
  const waiting = await product.call('contact', 'callers', {}, openid);
  const id = waiting.ok ? pick(waiting.output.callers, random)?.id : undefined;
  if (id) return product.call('contact', 'answerCallBack', { id }, openid);
}

async function endViewer({ product, random }: Scene, openid: string) {
  const viewers = await product.call('contact', 'callers', {}, openid);
  const id = viewers.ok ? pick(viewers.output.callers, random)?.id : undefined;
  if (id) return product.call('contact', 'endViewer', { id }, openid);
}

/** A newcomer contacts one post, and half of them erase their data at once. */
async function drift(scene: Scene, anyPostId: () => string) {
  const { product, random, unfinished } = scene;
  const openid = await product.enrol(`drift-${(scene.drifters += 1)}`);
  await product.call('contact', 'request', { postId: anyPostId() }, openid);
  if (random() >= 0.5) return;
  const answer = await erase(product, openid);
  if (!answer.ok) unfinished.push(openid);
  return answer;
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
