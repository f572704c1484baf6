import type { Campaign } from '../contract/campaign';
import type { PostDocument } from '../contract/documents';

/** 布洛芬、体温计: what a post asks for or offers. */
export const itemNames = (items: PostDocument['items'], catalogue: Campaign['catalogue']): string =>
  items.map(({ code }) => catalogue.find((item) => item.code === code)?.name ?? code).join('、');
