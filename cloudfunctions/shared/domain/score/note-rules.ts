import type { ScoreRule } from './facts';

/** Shorter notes are alike by chance: 求布洛芬，孩子发烧. */
const tellingCharacters = 24;

/** The note's own rules cannot tell. */
export const doubtfulNote: ScoreRule = ({ doubtfulPassages }) => (doubtfulPassages > 0 ? 3 : 0);

/** WeChat's check cannot tell. */
export const doubtfulForPlatform: ScoreRule = ({ platformDoubts }) => (platformDoubts ? 3 : 0);

/**
 * A long note that several people wrote nearly alike. Who asks copies from others in the same need, so a need is slowed by many
 * only; an offer copied from account to account is how dealers work.
 */
export const likeTexts: ScoreRule = ({ post, peopleWithLikeText }) => {
  if ([...post.note].length < tellingCharacters) return 0;
  if (post.board === 'need') return peopleWithLikeText >= 12 ? 3 : peopleWithLikeText >= 6 ? 1 : 0;
  return peopleWithLikeText >= 3 ? 3 : peopleWithLikeText >= 1 ? 2 : 0;
};
