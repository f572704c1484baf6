import type { ScoreFacts, ScoreRule } from './facts';

const weekMs = 7 * 24 * 3_600_000;

/** More than households have or need in a week, in courses; the second number is a dealer's or a hoarder's. */
const plenty = { need: [15, 30], spare: [40, 100] } as const;

/** What a person asked for or offered in a week, with this post. */
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

/** Far more people offer in one place in one day than live there with something to spare; the place is a cell of the map. */
export const manyAccounts: ScoreRule = ({ post, peopleAtPlace }) =>
  post.board === 'spare' && peopleAtPlace > 60 ? 1 : 0;

/** Every group ticked on an offer brings it to the top of everybody's list. */
export const allGroups: ScoreRule = ({ post }) =>
  post.board === 'spare' && new Set(post.groups).size === 5 ? 1 : 0;
