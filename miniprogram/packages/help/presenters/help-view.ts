import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import { agoText } from '../../../presenters/time/time-text';
import { say } from '../../../facts/words/say';
import { questions, type Question } from '../data/questions';

export type OwnFeedback = CallOutput<'moderation', 'myFeedback'>;

/** The question that helps against an error; undefined where none does. */
export const questionFor = (error: string): Question | undefined =>
  questions().find(({ errors }) => errors.includes(error));

/** All questions, with those that help against the error first. */
export function questionsFor(error: string): readonly Question[] {
  const all = questions();
  const first = all.find(({ errors }) => errors.includes(error));
  return first === undefined ? all : [first, ...all.filter((each) => each !== first)];
}

/** A message of the reader's own. */
export interface SentRow {
  id: string;
  text: string;
  agoText: string;
  answer: string;
}

/** `nowMs` is the server's clock. */
export function sentRows({ messages, nowMs }: OwnFeedback): SentRow[] {
  return messages.map(({ id, text, sentAtMs, answer }) => ({
    id,
    text,
    agoText: agoText(sentAtMs, nowMs),
    answer: answer ?? '',
  }));
}

/** What a message is about. */
export const feedbackKinds = () =>
  [
    { code: 'broken', name: say('出错了') },
    { code: 'how', name: say('不会用') },
    { code: 'account', name: say('实名、停用') },
    { code: 'medicine', name: say('{helpList}') },
    { code: 'other', name: say('别的') },
  ] as const;
export type FeedbackKind = ReturnType<typeof feedbackKinds>[number]['code'];
