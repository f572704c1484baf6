import type { Board } from '../../cloudfunctions/shared/contract/board';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import type { AlertDocument } from '../../cloudfunctions/shared/contract/matching-documents';
import { newPerson } from '../../cloudfunctions/shared/domain/person';
import { aDocument } from '../../cloudfunctions/shared/testing/a-document';
import { yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { storeOf } from '../../scripts/operators/store';
import { campaign } from '../../local/seed/catalogue';
import { booksOf, documents } from '../integration/contact-ledger';
import { output, personIdOf, type Product } from '../integration/product';
import type { Draws } from './matching-draws';
import { take, wake, type City } from './matching-oracle';

/** A city in the product, in which each deed is noted for the oracle. */
export interface LiveCity {
  product: Product;
  draws: Draws;
  city: City;
}

type Deed = (live: LiveCity, name: string) => Promise<void>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const openidOf = (name: string) => `openid-${name}`;

/** The other direction of `personIdOf`. */
export const nameOf = (personId: string): string =>
  Buffer.from(personId, 'hex').toString().replace(/\.+$/, '');

/** Makes a person with an account; answers the openid. */
export async function moveIn({ product }: LiveCity, name: string): Promise<string> {
  await product.cloud.database.bulkLoad('persons', [newPerson(personIdOf(name))]);
  return product.enrol(name);
}

/** A need that has waited for so many minutes. */
export async function wait(live: LiveCity, name: string, minutes: number): Promise<void> {
  const { product, draws } = live;
  const point = { type: 'Point' as const, coordinates: draws.point(0.6) };
  const isVulnerable = draws.isSo(0.3);
  const publishedAtMs = product.cloud.clock.now() - minutes * minuteMs;
  const need = aDocument({
    _id: Buffer.from(`need-${name}`.padEnd(16, '.')).toString('hex'),
    ownerId: personIdOf(name),
    itemCodes: draws.codes(),
    priority: isVulnerable ? 1 : 0,
    groups: isVulnerable ? ['elderly'] : [],
    publicPoint: point,
    searchPoint: point,
    publishedAtMs,
    expiresAtMs: publishedAtMs + 2 * dayMs,
  });
  await product.load([need]);
  noteNeed(live, need);
}

export const watch: Deed = async ({ product, draws, city }, name) => {
  const board: Board = draws.isSo(0.5) ? 'spare' : 'need';
  const wish = { board, items: draws.codes(), place: { ...yuelu, point: draws.point(0.4) } };
  output(await product.call('news', 'setAlert', wish, openidOf(name)));
  // The same wish is one, and waits from now on.
  const own = personIdOf(name);
  for (const alert of await documents<AlertDocument>(booksOf(product), 'alerts'))
    if (alert.ownerId === own) {
      city.waiting = city.waiting.filter(({ id }) => id !== alert._id);
      city.waiting.push({
        ...{ id: alert._id, kind: 'alert', personId: own, looksAt: alert.board, items: alert.itemCodes },
        ...{ point: alert.publicPoint.coordinates, isVulnerable: false, isOpen: true },
        sinceMs: alert.untilMs - campaign.limits.matching.alertDays * dayMs,
      });
    }
};

export async function stopWatching({ product, draws, city }: LiveCity): Promise<void> {
  const alert = draws.pick(city.waiting.filter(({ kind, isOpen }) => kind === 'alert' && isOpen));
  if (!alert) return;
  output(await product.call('news', 'endAlert', { id: alert.id }, openidOf(nameOf(alert.personId))));
  alert.isOpen = false;
}

export async function publish(live: LiveCity, name: string, board: Board): Promise<void> {
  const { product, draws, city } = live;
  const { id } = output(await product.call('posts', 'publish', draws.draft(board), openidOf(name)));
  const posts = await documents<PostDocument>(booksOf(product), 'posts');
  const post = posts.find(({ _id }) => _id === id);
  if (!post) throw new Error(`${id} is not stored`);
  city.rounds.push({
    ...{ postId: id, board, ownerId: post.ownerId, items: post.itemCodes, isOpen: true },
    ...{ point: post.publicPoint.coordinates, portions: post.portions?.left ?? 0, callers: [], takers: 0 },
    ...{ ring: 0, dueAt: null, begunAt: null, notified: [], isResting: false },
  });
  if (board === 'need') noteNeed(live, post);
}

export async function withdraw({ product, draws, city }: LiveCity): Promise<void> {
  const round = draws.pick(city.rounds.filter(({ isOpen }) => isOpen));
  if (!round) return;
  const { postId: id, ownerId } = round;
  output(await product.call('posts', 'withdraw', { id }, openidOf(nameOf(ownerId))));
  round.isOpen = false;
  for (const each of city.waiting) if (each.id === id) each.isOpen = false;
}

export const contact: Deed = async ({ product, draws, city }, name) => {
  const own = personIdOf(name);
  const round = draws.pick(city.rounds.filter(({ isOpen, ownerId }) => isOpen && ownerId !== own));
  if (!round) return;
  const answer = await product.call('contact', 'request', { postId: round.postId }, openidOf(name));
  if (!answer.ok) return;
  if (answer.output.contact.state === 'open') take(round, own);
  // Somebody who asks to be called back knows of the post, and holds no portion of it.
  else round.notified.push(own);
};

/** The owner of a post was asked and has not answered. */
export async function rest({ product, draws, city }: LiveCity): Promise<void> {
  const round = draws.pick(city.rounds.filter(({ isOpen }) => isOpen));
  if (!round) return;
  const kind = round.board === 'spare' ? 'still-there' : 'still-needed';
  const question = { kind, askedAtMs: product.cloud.clock.now() };
  await storeOf(product.cloud.database).update('posts', round.postId, { question, isResting: true });
  round.isResting = true;
}

/** The owner of a post that rests answers. `now`: the minute of the last run. */
export async function answer({ product, draws, city }: LiveCity, now: number): Promise<void> {
  const round = draws.pick(city.rounds.filter(({ isOpen, isResting }) => isOpen && isResting));
  if (!round) return;
  output(await product.call('posts', 'keep', { id: round.postId }, openidOf(nameOf(round.ownerId))));
  wake(round, now);
}

export const block: Deed = async ({ product, city }, name) => {
  if (city.unreachable.has(personIdOf(name))) return;
  await product.block(openidOf(name));
  city.unreachable.add(personIdOf(name));
};

export const erase: Deed = async ({ product, city }, name) => {
  output(await product.call('identity', 'eraseMyData', { confirm: true }, openidOf(name)));
  city.unreachable.add(personIdOf(name));
  for (const each of city.waiting) if (each.personId === personIdOf(name)) each.isOpen = false;
};

function noteNeed({ city }: LiveCity, need: PostDocument): void {
  city.waiting.push({
    ...{ id: need._id, kind: 'need', personId: need.ownerId, looksAt: 'spare', items: need.itemCodes },
    ...{ point: (need.searchPoint ?? need.publicPoint).coordinates, isVulnerable: need.priority === 1 },
    ...{ sinceMs: need.publishedAtMs, isOpen: true },
  });
}
