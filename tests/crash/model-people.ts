import { personIdOf, type Product } from '../integration/product';
import { block, erase, publish, weightedDeeds, type Deed, type Scene } from './model-deeds';

/** A few people who post, contact, answer and are blocked, each through two accounts. */
export interface People {
  draw(): Deed;
  /** Repeats the erasures that were refused, because an erasure may begin and stop half-way until the person asks again. */
  finish(): Promise<void>;
}

const personCount = 6;

export async function createPeople(product: Product, random: () => number): Promise<People> {
  const accounts = await enrolAll(product);
  const scene: Scene = { product, random, personCount, accounts, posts: [], drifters: 0, unfinished: [] };
  const deeds = weightedDeeds(scene);
  const total = deeds.reduce((sum, { weight }) => sum + weight, 0);
  for (const openid of accounts.slice(0, 4)) await publish(scene, openid);
  return {
    finish: async () => {
      for (const openid of scene.unfinished.splice(0)) {
        const answer = await erase(product, openid);
        if (!answer.ok) throw new Error(`an erasure is refused when all is quiet: ${answer.error.code}`);
      }
    },
    draw: () => {
      let left = random() * total;
      return deeds.find(({ weight }) => (left -= weight) < 0) ?? { name: 'block', run: () => block(scene) };
    },
  };
}

async function enrolAll(product: Product): Promise<string[]> {
  const accounts: string[] = [];
  for (let person = 0; person < personCount; person += 1)
    for (const account of ['a', 'b'])
      accounts.push(
        await product.enrol(`model-${person}-${account}`, { personId: personIdOf(`model-${person}`) }),
      );
  return accounts;
}
