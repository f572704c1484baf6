import type { GrantDocument } from '../contract/documents';

/** Longer than any function run that is at the carrier for a grant: who comes after it disturbs nobody. */
export const leaseMs = 30_000;

/** States in which a number is, or may be, bound: the post's place is taken. */
export const openStates = [
  'intended',
  'bound',
  'ending',
] as const satisfies readonly GrantDocument['state'][];

/** Whether a grant's number works now. */
export const isCallable = ({ state, expiresAtMs }: GrantDocument, nowMs: number): boolean =>
  state === 'bound' && expiresAtMs !== null && expiresAtMs > nowMs;

export type EndReason = NonNullable<GrantDocument['endReason']>;

/** A bound grant about to be told to the carrier as over. */
export const ending = (reason: EndReason, nowMs: number) => ({
  state: 'ending' as const,
  endReason: reason,
  leaseUntilMs: nowMs + leaseMs,
});

/** A grant whose number is gone: nothing of the carrier's is kept. */
export const ended = (grant: GrantDocument, nowMs: number): GrantDocument => ({
  ...grant,
  state: 'ended',
  binding: null,
  endedAtMs: nowMs,
});

/** An erased person's grant: nothing but what the carrier must still be told. */
export const erased = (grant: GrantDocument): GrantDocument => ({
  ...grant,
  viewerName: '',
  posterName: '',
  summary: '',
  endReason: 'erased',
  outcome: null,
  ...(grant.state === 'bound' && { state: 'ending' as const, leaseUntilMs: 0 }),
});
