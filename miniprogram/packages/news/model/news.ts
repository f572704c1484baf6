import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';

/** The user's news, and the server's time. */
export type News = CallOutput<'news', 'mine'>;
