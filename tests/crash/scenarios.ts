import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { randomUUID } from 'node:crypto';
import { output } from '../integration/product';
import type { World } from './world';

/** An action that is interrupted, and what must exist before it. */
export interface Scenario {
  name: string;
  /** The person repeats an interrupted request, because an erasure that stopped half-way is only completed by asking again. */
  repeated?: true;
  prepare(world: World): Promise<() => Promise<unknown>>;
}

const publish = async (world: World) => {
  const poster = await world.enrol(`poster-${randomUUID()}`);
  const { id } = output(
    await world.call('posts', 'publish', aDraft('spare', { portions: 2, note: '' }), poster),
  );
  return { poster, postId: id };
};
const viewerOf = (world: World) => world.enrol(`viewer-${randomUUID()}`);
const request = (world: World, postId: string, viewer: string) =>
  world.call('contact', 'request', { postId }, viewer);

async function contacted(world: World) {
  const { poster, postId } = await publish(world);
  const viewer = await viewerOf(world);
  const { contact } = output(await request(world, postId, viewer));
  return { poster, postId, viewer, id: contact.id };
}

async function askedForCallBack(world: World) {
  const { poster, postId } = await publish(world);
  const viewer = await viewerOf(world);
  await world.disturb({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  const { contact } = output(await request(world, postId, viewer));
  await world.disturb(null);
  return { poster, postId, viewer, id: contact.id };
}

const sweep = (world: World) => world.advance(60_000);

export const scenarios: readonly Scenario[] = [
  {
    name: 'a request',
    prepare: async (world) => {
      const { postId } = await publish(world);
      const viewer = await viewerOf(world);
      return () => request(world, postId, viewer);
    },
  },
  {
    name: 'two taps at once',
    prepare: async (world) => {
      const { postId } = await publish(world);
      const viewer = await viewerOf(world);
      return () => Promise.allSettled([request(world, postId, viewer), request(world, postId, viewer)]);
    },
  },
  {
    name: 'a request that finds no number',
    prepare: async (world) => {
      const { postId } = await publish(world);
      const viewer = await viewerOf(world);
      return async () => {
        await world.disturb({
          kind: 'error',
          action: 'BindAxb',
          code: 'isv.NO_AVAILABLE_NUMBER',
        });
        await request(world, postId, viewer);
        await world.disturb(null);
      };
    },
  },
  {
    name: 'another try after a call-back request',
    prepare: async (world) => {
      const { postId, viewer } = await askedForCallBack(world);
      return () => request(world, postId, viewer);
    },
  },
  {
    name: 'a call-back that is answered',
    prepare: async (world) => {
      const { poster, id } = await askedForCallBack(world);
      return () => world.call('contact', 'answerCallBack', { id }, poster);
    },
  },
  {
    name: 'a contact that is finished',
    prepare: async (world) => {
      const { viewer, id } = await contacted(world);
      return () => world.call('contact', 'done', { id }, viewer);
    },
  },
  {
    name: 'an outcome',
    prepare: async (world) => {
      const { viewer, id } = await contacted(world);
      return () => world.call('contact', 'outcome', { id, outcome: 'received' }, viewer);
    },
  },
  {
    name: 'a post that closes',
    prepare: async (world) => {
      const { poster, postId } = await contacted(world);
      return () => world.call('posts', 'withdraw', { id: postId }, poster);
    },
  },
  {
    name: 'a viewer who is erased',
    repeated: true,
    prepare: async (world) => {
      const { viewer } = await contacted(world);
      return () => world.call('identity', 'eraseMyData', { confirm: true }, viewer);
    },
  },
  {
    name: 'a sweep after a lost answer',
    prepare: async (world) => {
      const { postId } = await publish(world);
      const viewer = await viewerOf(world);
      await world.disturb({ kind: 'lost', action: 'BindAxb', times: 1 });
      await request(world, postId, viewer);
      return () => sweep(world);
    },
  },
];
