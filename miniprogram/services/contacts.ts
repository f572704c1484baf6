import type { CallOutput } from '../../cloudfunctions/shared/contract/contract';
import type { Outcome } from '../../cloudfunctions/shared/contract/outcome';
import type { CallBacks, ContactAnswer, Contacts } from '../model/contacts';
import { call } from './cloud';

/** Asking again for the same post gives the same contact. Like the other calls here it throws CallError. */
export const requestContact = (postId: string): Promise<ContactAnswer> =>
  call('contact', 'request', { postId });

export const loadContacts = (): Promise<Contacts> => call('contact', 'mine', {});

/** Ends a contact. Its number stops working at once. */
export const finishContact = (id: string): Promise<ContactAnswer> => call('contact', 'done', { id });

export const reportOutcome = (id: string, outcome: Outcome): Promise<ContactAnswer> =>
  call('contact', 'outcome', { id, outcome });

export const loadCallBacks = (): Promise<CallBacks> => call('contact', 'callBacks', {});

/** How many people have contacts at each of the user's open posts; never their names. */
export const loadInterest = (): Promise<CallOutput<'contact', 'interest'>> => call('contact', 'interest', {});

export const answerCallBack = (id: string): Promise<CallOutput<'contact', 'answerCallBack'>> =>
  call('contact', 'answerCallBack', { id });
