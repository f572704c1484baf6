import type { Contact } from '../../../cloudfunctions/shared/contract/contact-calls';

/** By then a viewer has dialled, if not with this phone then with another. */
const askedAfterMs = 15 * 60_000;

/**
 * Whether to ask what came of a contact: not before a call, because a person who has just got a number has nothing to say yet.
 * `isUsed`: this phone dialled or copied the number, or the viewer wants to say it now.
 */
export function asksOutcome(contact: Contact, nowMs: number, isUsed: boolean): boolean {
  if (contact.state !== 'open') return true;
  return isUsed || contact.outcome !== null || nowMs - contact.askedAtMs >= askedAfterMs;
}
