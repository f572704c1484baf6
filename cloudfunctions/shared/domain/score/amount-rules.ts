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

/**
 * More than a household's share of a cell in which so many courses were offered today that they do not come from cabinets at home: the
 * accounts of one dealer, each below the limit of a person.
 */
export const quantitiesAtPlace: ScoreRule = ({ post, courses, coursesAtPlace }) =>
  post.board === 'spare' && courses > 15 && coursesAtPlace + courses > 300 ? 2 : 0;

/** An offer for every group would come to the top of everybody's list, and so would each of several offers for most of them. */
export const allGroups: ScoreRule = ({ post, record, nowMs }) => {
  if (post.board !== 'spare') return 0;
  const groups = new Set(post.groups).size;
  if (groups === 5) return 1;
  const others = record.posts.filter(({ board, atMs }) => board === 'spare' && atMs > nowMs - weekMs);
  const isHabit = others.length >= 2 && [...others, { groups }].every((each) => each.groups >= mostGroups);
  return isHabit ? 1 : 0;
};

/** Three of the five are more than one household's medicine fits. */
const mostGroups = 3;
