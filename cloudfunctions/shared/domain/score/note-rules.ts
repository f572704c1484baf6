import type { ScoreRule } from './facts';

/** Shorter notes are often alike by chance: 求布洛芬，孩子发烧. */
const tellingCharacters = 24;

/** The rules for notes found passages that need a person's judgement. */
export const doubtfulNote: ScoreRule = ({ doubtfulPassages }) => (doubtfulPassages > 0 ? 3 : 0);

/** WeChat's check suggests that a person looks. */
export const doubtfulForPlatform: ScoreRule = ({ platformDoubts }) => (platformDoubts ? 3 : 0);

/**
 * Several people wrote nearly the same long note. Dealers copy offers from account to account, so an offer waits.
 * Honest people copy pleas from one another, so many similar pleas only have less reach.
 */
export const likeTexts: ScoreRule = ({ post, peopleWithLikeText }) => {
  if ([...post.note].length < tellingCharacters) return 0;
  if (post.board === 'need') return peopleWithLikeText >= 12 ? 1 : 0;
  return peopleWithLikeText >= 3 ? 3 : peopleWithLikeText >= 1 ? 2 : 0;
};
