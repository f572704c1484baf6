import { randomUUID } from 'node:crypto';
import { spareDraft } from '../whole/drafts';
import { output, type Product } from '../whole/product';

/** Something that somebody does: what must stand before, and the deed that is cut short. */
export interface Scenario {
  name: string;
  /** Whoever is interrupted does it again: an erasure begun and not repeated is not an erasure. */
  repeated?: true;
  prepare: (product: Product) => Promise<() => Promise<unknown>>;
}

const publish = async (product: Product) => {
  const poster = await product.enrol(`poster-${randomUUID()}`);
  const { id } = output(await product.call('posts', 'publish', spareDraft({ portions: 2 }), poster));
  return { poster, postId: id };
};
const viewerOf = (product: Product) => product.enrol(`viewer-${randomUUID()}`);
const request = (product: Product, postId: string, viewer: string) =>
  product.call('contact', 'request', { postId }, viewer);

async function contacted(product: Product) {
  const { poster, postId } = await publish(product);
  const viewer = await viewerOf(product);
  const { contact } = output(await request(product, postId, viewer));
  return { poster, postId, viewer, id: contact.id };
}

async function askedForCallBack(product: Product) {
  const { poster, postId } = await publish(product);
  const viewer = await viewerOf(product);
  product.providers.faults.dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  const { contact } = output(await request(product, postId, viewer));
  product.providers.faults.dypls.clear();
  return { poster, postId, viewer, id: contact.id };
}

const sweep = (product: Product) => product.cloud.clock.advance(60_000, { fire: 'once' });

export const scenarios: readonly Scenario[] = [
  {
    name: 'a request',
    prepare: async (product) => {
      const { postId } = await publish(product);
      const viewer = await viewerOf(product);
      return () => request(product, postId, viewer);
    },
  },
  {
    name: 'two taps at once',
    prepare: async (product) => {
      const { postId } = await publish(product);
      const viewer = await viewerOf(product);
      return () => Promise.all([request(product, postId, viewer), request(product, postId, viewer)]);
    },
  },
  {
    name: 'a request that finds no number',
    prepare: async (product) => {
      const { postId } = await publish(product);
      const viewer = await viewerOf(product);
      return async () => {
        product.providers.faults.dypls.add({
          kind: 'error',
          action: 'BindAxb',
          code: 'isv.NO_AVAILABLE_NUMBER',
        });
        await request(product, postId, viewer);
        product.providers.faults.dypls.clear();
      };
    },
  },
  {
    name: 'another try after a call-back request',
    prepare: async (product) => {
      const { postId, viewer } = await askedForCallBack(product);
      return () => request(product, postId, viewer);
    },
  },
  {
    name: 'a call-back that is answered',
    prepare: async (product) => {
      const { poster, id } = await askedForCallBack(product);
      return () => product.call('contact', 'answerCallBack', { id }, poster);
    },
  },
  {
    name: 'a contact that is finished',
    prepare: async (product) => {
      const { viewer, id } = await contacted(product);
      return () => product.call('contact', 'done', { id }, viewer);
    },
  },
  {
    name: 'an outcome',
    prepare: async (product) => {
      const { viewer, id } = await contacted(product);
      return () => product.call('contact', 'outcome', { id, outcome: 'received' }, viewer);
    },
  },
  {
    name: 'a post that closes',
    prepare: async (product) => {
      const { poster, postId } = await contacted(product);
      return () => product.call('posts', 'withdraw', { id: postId }, poster);
    },
  },
  {
    name: 'a viewer who is erased',
    repeated: true,
    prepare: async (product) => {
      const { viewer } = await contacted(product);
      return () => product.call('identity', 'eraseMyData', { confirm: true }, viewer);
    },
  },
  {
    name: 'a sweep after a lost answer',
    prepare: async (product) => {
      const { postId } = await publish(product);
      const viewer = await viewerOf(product);
      product.providers.faults.dypls.add({ kind: 'lost', action: 'BindAxb', times: 1 });
      await request(product, postId, viewer);
      return () => sweep(product);
    },
  },
];
