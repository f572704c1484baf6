import type { CallOutput } from '../../cloudfunctions/shared/contract/contract';

/** One page of a board, as the search answers it. */
export type BoardPage = CallOutput<'search', 'nearby'>;
export type FoundPost = BoardPage['posts'][number];
