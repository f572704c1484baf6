import type { Campaign } from '../contract/campaign';
import type { PostDocument } from '../contract/documents';

/** The names of a post's items: 布洛芬、体温计. */
export const itemNames = (items: PostDocument['items'], catalogue: Campaign['catalogue']): string =>
  items.map(({ code }) => catalogue.find((item) => item.code === code)?.name ?? code).join('、');
