import type { PostDocument } from '../../contract/documents';
import type { RecordDocument } from '../../contract/moderation-documents';

/** The facts by which a post is weighed before it is published. */
export interface ScoreFacts {
  post: Pick<PostDocument, 'board' | 'groups' | 'note'>;
  /** Courses of medicine in it. */
  courses: number;
  /** Passages of the note that only a person can judge. */
  doubtfulPassages: number;
  /** WeChat's check suggests that a person looks. */
  platformDoubts: boolean;
  /** Other people with nearly the same note in the last two days. */
  peopleWithLikeText: number;
  /** People who published on this board in this place today. */
  peopleAtPlace: number;
  /** Courses that they offered, the most in one post of each. */
  coursesAtPlace: number;
  /** New contacts that this person made in the last hour. */
  contactsLastHour: number;
  /** Posts like this one that this person withdrew and that would not have ended yet. */
  withdrawnAlike: number;
  record: RecordDocument;
  nowMs: number;
}

/** The points that speak against a post; 0 where the rule has nothing to say. */
export type ScoreRule = (facts: ScoreFacts) => number;
