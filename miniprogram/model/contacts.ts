import type { CallOutput } from '../../cloudfunctions/shared/contract/contract';

/** A contact, its viewer's remaining quota, and the server's time. */
export type ContactAnswer = CallOutput<'contact', 'request'>;
export type Contacts = CallOutput<'contact', 'mine'>;
export type Callers = CallOutput<'contact', 'callers'>;
export type Talk = CallOutput<'contact', 'talk'>;

/** What happens at one of the user's posts, in numbers: people with a working number, who want a call back, who wrote. */
export type Interest = CallOutput<'contact', 'interest'>['posts'][number];
