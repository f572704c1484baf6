import type { CallOutput } from '../../cloudfunctions/shared/contract/contract';
import type { Outcome, PosterAnswer } from '../../cloudfunctions/shared/contract/outcome';
import type { ForWhom, Saying } from '../../cloudfunctions/shared/contract/talk';
import type { Callers, ContactAnswer, Contacts, Talk } from '../model/contacts';
import { call } from './cloud';
import { keepAnswer, keptAnswer, serverClock } from './kept-answers';
import type { Kept } from './kept-answers';

const keptKey = 'contacts';

/** Asking again for the same post gives the same contact. Like the other calls here it throws CallError. */
export const requestContact = async (postId: string, forWhom?: ForWhom): Promise<ContactAnswer> =>
  keepContact(await call('contact', 'request', forWhom === undefined ? { postId } : { postId, forWhom }));

export const loadContacts = async (): Promise<Contacts> =>
  keepAnswer(keptKey, await call('contact', 'mine', {}));

/** The contacts as they last were, with their numbers; null when they were never asked for. `nowMs` is the server's clock now. */
export function contactsAtHand(): Kept<Contacts> | null {
  const kept = keptAnswer<Contacts>(keptKey);
  return kept && { ...kept, answer: { ...kept.answer, nowMs: serverClock(kept) } };
}

/** Ends a contact. Its number stops working at once. */
export const finishContact = async (id: string): Promise<ContactAnswer> =>
  keepContact(await call('contact', 'done', { id }));

export const reportOutcome = async (id: string, outcome: Outcome): Promise<ContactAnswer> =>
  keepContact(await call('contact', 'outcome', { id, outcome }));

/** Puts one contact among the kept ones, so that its number can be read without a network. */
function keepContact(answer: ContactAnswer): ContactAnswer {
  const { contact, quota, nowMs } = answer;
  const others = keptAnswer<Contacts>(keptKey)?.answer.contacts.filter(({ id }) => id !== contact.id) ?? [];
  keepAnswer<Contacts>(keptKey, { contacts: [contact, ...others], quota, nowMs });
  return answer;
}

export const loadCallers = (): Promise<Callers> => call('contact', 'callers', {});

/** What was said in a contact; it counts as read from then on. */
export const loadTalk = (id: string): Promise<Talk> => call('contact', 'talk', { id });

/** The poster's answer whether the medicine changed hands. */
export const confirmHandOver = (id: string, answer: PosterAnswer): Promise<Talk> =>
  call('contact', 'confirm', { id, answer });

export const sendSaying = (id: string, saying: Saying): Promise<Talk> =>
  call('contact', 'say', { id, saying });

/** How many people have contacts at each of the user's open posts; never their names. */
export const loadInterest = (): Promise<CallOutput<'contact', 'interest'>> => call('contact', 'interest', {});

export const answerCallBack = (id: string): Promise<CallOutput<'contact', 'answerCallBack'>> =>
  call('contact', 'answerCallBack', { id });

/** The poster declines or ends a contact. Its number stops working at once, and the viewer gets no other. */
export const endViewer = (id: string): Promise<CallOutput<'contact', 'endViewer'>> =>
  call('contact', 'endViewer', { id });
