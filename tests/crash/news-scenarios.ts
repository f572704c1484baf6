import { randomUUID } from 'node:crypto';
import type { NewsKind } from '@facts/news/news-kinds';
import { newPerson } from '../../cloudfunctions/shared/domain/person';
import { aDocument } from '../../cloudfunctions/shared/testing/a-document';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { storeOf } from '../../scripts/operators/store';
import { output, personIdOf } from '../integration/product';
import type { NewsWorld } from './news-world';

/** Somebody who is to read of the post once. */
export interface Reader {
  openid: string;
  kind: NewsKind;
  /** Messages that the phone takes. */
  accepted: 0 | 1;
}

/** An event that becomes news, and what must be true of it in the end, however it was interrupted. */
export interface Event {
  postId: string;
  /** What may be interrupted: the event, its news and its messages. */
  work(): Promise<unknown>;
  /** What people and timers do afterwards. */
  recover(): Promise<void>;
  readers: Reader[];
  /** Takes the event off the boards. */
  close(): Promise<void>;
}

export interface NewsScenario {
  name: string;
  prepare(world: NewsWorld, random: () => number): Promise<Event>;
}

const hourMs = 3_600_000;
const newName = () => randomUUID().slice(0, 16);

export const newsScenarios: readonly NewsScenario[] = [
  { name: 'a spare with two portions near three needs', prepare: aWave },
  { name: 'a contact', prepare: aContact },
  { name: 'a giver who says that there is some', prepare: aKeptSpare },
];

/** The nearest two are notified. The third, and the one whose phone took back what the program counts, are the counter-checks. */
async function aWave(world: NewsWorld): Promise<Event> {
  const { product } = world;
  const donor = await product.enrol(newName());
  const seekers = [await seeker(world, 1, 1, 1), await seeker(world, 2, 1, 0), await seeker(world, 3, 1, 1)];
  const draft = aDraft('spare', { note: '', portions: 2 });
  const { id: postId } = output(await product.call('posts', 'publish', draft, donor));
  const store = storeOf(product.cloud.database);
  return {
    postId,
    work: () => world.minute(['news']),
    recover: async () => {
      for (let more = 0; more < 2; more += 1) await world.minute(['news']);
    },
    readers: seekers.slice(0, 2).map(({ openid, accepted }) => ({ openid, accepted, kind: 'match-spare' })),
    close: async () => {
      for (const { needId } of seekers) await store.update('posts', needId, { status: 'withdrawn' });
      output(await product.call('posts', 'withdraw', { id: postId }, donor));
    },
  };
}

/** An interrupted request is tapped again. */
async function aContact(world: NewsWorld, random: () => number): Promise<Event> {
  const { product } = world;
  const donor = await product.enrol(newName());
  const accepted = await accept(world, donor, 'contact', random() < 0.8 ? 1 : 0);
  const draft = aDraft('spare', { note: '', portions: 2 });
  const { id: postId } = output(await product.call('posts', 'publish', draft, donor));
  const viewer = await product.enrol(newName());
  const request = () => product.call('contact', 'request', { postId }, viewer);
  return {
    postId,
    work: async () => {
      await request();
      await world.minute(['news']);
    },
    recover: async () => {
      for (let more = 0; more < 2; more += 1) await world.minute(['contact', 'news']);
      output(await request());
      await world.minute(['news']);
    },
    readers: [{ openid: donor, kind: 'contact', accepted }],
    close: async () => {
      output(await product.call('posts', 'withdraw', { id: postId }, donor));
    },
  };
}

/** Somebody who asked to be called back reads that there is some. An interrupted tap is tapped again. */
async function aKeptSpare(world: NewsWorld, random: () => number): Promise<Event> {
  const { product } = world;
  const donor = await product.enrol(newName());
  const draft = aDraft('spare', { note: '', portions: 1 });
  const { id: postId } = output(await product.call('posts', 'publish', draft, donor));
  const store = storeOf(product.cloud.database);
  await store.update('posts', postId, { isResting: true, questionDueAtMs: null });
  const viewer = await product.enrol(newName());
  output(await product.call('contact', 'request', { postId }, viewer));
  const accepted = await accept(world, viewer, 'result', random() < 0.8 ? 1 : 0);
  const keep = () => product.call('posts', 'keep', { id: postId }, donor);
  return {
    postId,
    work: async () => {
      await keep();
      await world.minute(['news']);
    },
    recover: async () => {
      for (let more = 0; more < 2; more += 1) await world.minute(['news']);
      output(await keep());
      await world.minute(['news']);
    },
    readers: [
      { openid: donor, kind: 'call-back', accepted: 0 },
      { openid: viewer, kind: 'still-left', accepted },
    ],
    close: async () => {
      output(await product.call('posts', 'withdraw', { id: postId }, donor));
    },
  };
}

/** A person with a need, `place` steps away, and with messages accepted in the program and in WeChat. */
async function seeker(
  world: NewsWorld,
  place: number,
  counted: 0 | 1,
  taken: 0 | 1,
): Promise<{ openid: string; needId: string; accepted: 0 | 1 }> {
  const { product } = world;
  const name = newName();
  const openid = await product.enrol(name);
  const needId = randomUUID().replaceAll('-', '');
  const point = {
    type: 'Point' as const,
    coordinates: [yuelu.point[0] + place / 1000, yuelu.point[1]] as [number, number],
  };
  const publishedAtMs = product.cloud.clock.now() - hourMs;
  await product.cloud.database.bulkLoad('persons', [newPerson(personIdOf(name))]);
  const where = { publicPoint: point, searchPoint: point };
  const when = { publishedAtMs, expiresAtMs: publishedAtMs + 48 * hourMs };
  await product.load([aDocument({ _id: needId, ownerId: personIdOf(name), ...where, ...when })]);
  await accept(world, openid, 'match', counted, taken);
  return { openid, needId, accepted: taken };
}

async function accept(
  { product }: NewsWorld,
  openid: string,
  template: 'contact' | 'match' | 'result',
  counted: 0 | 1,
  taken: 0 | 1 = counted,
): Promise<0 | 1> {
  if (counted) output(await product.call('news', 'accepted', { templates: [template] }, openid));
  if (taken) product.providers.wechat.acceptMessages(openid, [`local-message-${template}`]);
  return taken;
}
