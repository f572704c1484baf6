import type { ScoreRule } from './facts';

/** Shorter notes are alike by chance: 求布洛芬，孩子发烧. */
const tellingCharacters = 24;

/** The rules for notes found passages that a person has to judge. */
export const doubtfulNote: ScoreRule = ({ doubtfulPassages }) => (doubtfulPassages > 0 ? 3 : 0);

/** WeChat's check suggests that a person looks. */
export const doubtfulForPlatform: ScoreRule = ({ platformDoubts }) => (platformDoubts ? 3 : 0);

/**
 * A long note that several people wrote nearly alike. An offer copied from account to account is how dealers work, so it waits.
 * Pleas are copied by honest people from one another: many alike have less reach, and none waits for that alone.
 */
export const likeTexts: ScoreRule = ({ post, peopleWithLikeText }) => {
  if ([...post.note].length < tellingCharacters) return 0;
  if (post.board === 'need') return peopleWithLikeText >= 12 ? 1 : 0;
  return peopleWithLikeText >= 3 ? 3 : peopleWithLikeText >= 1 ? 2 : 0;
};
