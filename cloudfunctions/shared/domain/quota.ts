import type { CampaignLimits } from '../contract/campaign';
import type { Charge, PersonDocument } from '../contract/documents';
import type { Quota } from '../contract/quota';

/** The day of "five a day": it rolls, so that there is no rush at midnight. */
export const quotaWindowMs = 24 * 3_600_000;

type Limit = Pick<CampaignLimits, 'contactsPerDay'>;
type Ledger = Pick<PersonDocument, 'charges' | 'returns' | 'callBacks'>;

/** A person's remaining quota. */
export function quotaAt({ charges }: Pick<Ledger, 'charges'>, limits: Limit, nowMs: number): Quota {
  const counted = recent(charges, nowMs);
  return {
    limit: limits.contactsPerDay,
    left: Math.max(0, limits.contactsPerDay - counted.length),
    nextBackAtMs: counted.length === 0 ? null : Math.min(...counted.map(({ atMs }) => atMs)) + quotaWindowMs,
  };
}

/** Charges one contact; null when none is left. A grant that was charged already is not charged again. */
export function charge<P extends Ledger>(person: P, grantId: string, limits: Limit, nowMs: number): P | null {
  const charges = recent(person.charges, nowMs);
  if (charges.some((each) => each.grantId === grantId)) return person;
  if (charges.length >= limits.contactsPerDay) return null;
  return { ...person, charges: [...charges, { grantId, atMs: nowMs }] };
}

/** Removes a charge because it gave no number. */
export const uncharge = <P extends Ledger>(person: P, grantId: string): P => ({
  ...person,
  charges: person.charges.filter((each) => each.grantId !== grantId),
});

/**
 * Gives one contact back for an outcome. In one rolling day no more come back than the limit, so a person who
 * reports every outcome makes at most twice as many contacts.
 */
export function giveBack<P extends Ledger>(person: P, grantId: string, limits: Limit, nowMs: number): P {
  const returns = recent(person.returns, nowMs);
  const charged = recent(person.charges, nowMs).some((each) => each.grantId === grantId);
  if (!charged || returns.length >= limits.contactsPerDay) return person;
  return { ...uncharge(person, grantId), returns: [...returns, { grantId, atMs: nowMs }] };
}

/** Records a call-back request. A person has as many of these a day as contacts; null when none is left. */
export function askForCallBack<P extends Ledger>(
  person: P,
  grantId: string,
  limits: Limit,
  nowMs: number,
): P | null {
  const callBacks = recent(person.callBacks, nowMs);
  if (callBacks.some((each) => each.grantId === grantId)) return person;
  if (callBacks.length >= limits.contactsPerDay) return null;
  return { ...person, callBacks: [...callBacks, { grantId, atMs: nowMs }] };
}

const recent = (charges: readonly Charge[], nowMs: number): Charge[] =>
  charges.filter(({ atMs }) => atMs > nowMs - quotaWindowMs);
