import type { MaskedBinding } from '../contract/documents';

/** Two real phones that a masked number brings together. They never leave the function. */
export interface Pair {
  callerPhone: string;
  calledPhone: string;
}

export type BindAnswer =
  | { kind: 'bound'; binding: MaskedBinding }
  /** Certainly nothing was bound: no number is free for this pair, or the carrier is at its limit. */
  | { kind: 'none-left'; code: string }
  /** Certainly nothing was bound: keys, pool or rights are wrong. */
  | { kind: 'misconfigured'; code: string }
  /** The number may or may not have been bound; the sweep finds out. */
  | { kind: 'unknown'; code: string };

/** One binding as the carrier knows it. */
export type BindingName = Pick<MaskedBinding, 'number' | 'subscriptionId'>;
export interface CarrierBinding extends MaskedBinding {
  phones: [string, string | null];
  expiresAtMs: number;
}

export type ListAnswer =
  | { kind: 'listed'; names: BindingName[] }
  /** The number does not, or no longer, belong to the account, so nothing of ours is bound on it. */
  | { kind: 'foreign'; code: string }
  /** The carrier gave no answer. */
  | { kind: 'silent'; code: string };

/** A carrier's masked numbers. Nothing here throws, and only `CarrierBinding` holds real phones. */
export interface MaskedNumbers {
  /** `outId` names the try in the carrier's own records. */
  bind(request: Pair & { expiresAtMs: number; outId: string }): Promise<BindAnswer>;
  /** A binding that is gone already counts as unbound. */
  unbind(binding: BindingName): Promise<'unbound' | 'unknown'>;
  /** The bindings on a number of the pool. The service does not say which numbers it has: collection `numbers` does. */
  list(number: string): Promise<ListAnswer>;
  /** One binding in full. `gone`: it is no longer bound. */
  describe(binding: BindingName): Promise<CarrierBinding | 'gone' | 'unknown'>;
}
