import { aDraft } from '../../../cloudfunctions/shared/testing/a-draft';
import type { CallName, FunctionName } from '../../../cloudfunctions/shared/contract/contract';
import { output, type Product } from '../../integration/product';

/** The prepared situation of a scene: something that is about to happen, and the person who is erased meanwhile. */
export interface Scene {
  act(): Promise<unknown>;
  /** The account that asks to be erased, and all accounts of the same person, including this one. */
  erasing: string;
  accounts: string[];
}

/** People of one run, all new. */
export interface Cast {
  product: Product;
  /** A verified person with two accounts. */
  leaver: { first: string; second: string; personId: string };
  /** A verified member who is not erased. */
  other: string;
  operator: string;
  /** An account without any stored document. `card` is the name and number of its own person. */
  fresh: string;
  card: { name: string; idNumber: string };
}

export type SceneName = { [F in FunctionName]: `${F}.${CallName<F>}` }[FunctionName];

/** One writing call, or the timers, and its preparation. */
export type Scenes = readonly (readonly [SceneName | 'every timer', (cast: Cast) => Promise<Scene>])[];

export const publish = async ({ product }: Cast, openid: string, board: 'need' | 'spare' = 'need') =>
  output(await product.call('posts', 'publish', aDraft(board, { note: '' }), openid)).id;
export const contact = async ({ product }: Cast, postId: string, openid: string) =>
  output(await product.call('contact', 'request', { postId }, openid)).contact.id;
/** One more account of the person who leaves, appointed to a role. */
export const appointed = ({ product, leaver }: Cast, role: 'volunteer' | 'operator') =>
  product.enrol(`${leaver.first}-appointed`, { personId: leaver.personId, role });
/** A scene of somebody who was appointed, and erases all accounts through the first one. */
export const byAppointed = (cast: Cast, openid: string, act: () => Promise<unknown>): Scene => ({
  act,
  erasing: cast.leaver.first,
  accounts: [cast.leaver.first, cast.leaver.second, openid],
});
const bothAccounts = ({ leaver }: Cast) => ({
  erasing: leaver.first,
  accounts: [leaver.first, leaver.second],
});
export const byFirst = (cast: Cast, act: () => Promise<unknown>): Scene => ({ ...bothAccounts(cast), act });
export const bySecond = (cast: Cast, act: () => Promise<unknown>): Scene => ({
  ...bothAccounts(cast),
  erasing: cast.leaver.second,
  act,
});
export const ofFresh = ({ fresh }: Cast, act: () => Promise<unknown>): Scene => ({
  act,
  erasing: fresh,
  accounts: [fresh],
});
