import type { ScoreFacts, ScoreRule } from './facts';

const weekMs = 7 * 24 * 3_600_000;

/**
 * Amounts in courses that exceed what a household has or needs in a week; the second one is typical of a dealer or a
 * hoarder.
 */
const plenty = { need: [15, 30], spare: [40, 100] } as const;

/** A person's amount within a week, including this post. */
export const quantities: ScoreRule = (facts) => {
  const [much, tooMuch] = plenty[facts.post.board];
  const courses = coursesOfWeek(facts);
  return courses > tooMuch ? 4 : courses > much ? 2 : 0;
};

function coursesOfWeek({ post, courses, record, nowMs }: ScoreFacts): number {
  return record.posts
    .filter(({ board, atMs }) => board === post.board && atMs > nowMs - weekMs)
    .reduce((sum, each) => sum + each.courses, courses);
}

/**
 * The number of people who offer in one cell of the map on one day exceeds those who live there with something to
 * spare.
 */
export const manyAccounts: ScoreRule = ({ post, peopleAtPlace }) =>
  post.board === 'spare' && peopleAtPlace > 60 ? 1 : 0;

/** An offer for every group would come to the top of everybody's list. */
export const allGroups: ScoreRule = ({ post }) =>
  post.board === 'spare' && new Set(post.groups).size === 5 ? 1 : 0;
