import type { CallOutput } from '../../cloudfunctions/shared/contract/contract';
import type { Outcome } from '../../cloudfunctions/shared/contract/outcome';
import type { CallBacks, ContactAnswer, Contacts } from '../model/contacts';
import { call } from './cloud';

/** Each throws CallError. Asking twice for the same post gives the same contact. */
export const requestContact = (postId: string): Promise<ContactAnswer> =>
  call('contact', 'request', { postId });

export const loadContacts = (): Promise<Contacts> => call('contact', 'mine', {});

/** The number stops working at once. */
export const finishContact = (id: string): Promise<ContactAnswer> => call('contact', 'done', { id });

export const reportOutcome = (id: string, outcome: Outcome): Promise<ContactAnswer> =>
  call('contact', 'outcome', { id, outcome });

export const loadCallBacks = (): Promise<CallBacks> => call('contact', 'callBacks', {});

/** Who is at the user's open posts: how many, never who. */
export const loadInterest = (): Promise<CallOutput<'contact', 'interest'>> => call('contact', 'interest', {});

export const answerCallBack = (id: string): Promise<CallOutput<'contact', 'answerCallBack'>> =>
  call('contact', 'answerCallBack', { id });
