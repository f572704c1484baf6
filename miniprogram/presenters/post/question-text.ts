import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import { chinaClock } from '../../facts/china-time';
import { say } from '../../facts/words/say';

/** What an owner is asked about their post; empty where nothing is. */
export function questionText({ question, can }: Pick<OpenedPost, 'question' | 'can'>): string {
  if (!can.keep || question === null) return '';
  const { kind, dueAtMs } = question;
  if (dueAtMs === null) return say('没有回答“还需要吗”，这条求助排到后面了。点“还需要”，就回到前面。');
  const until = chinaClock(dueAtMs);
  return kind === 'gone'
    ? say`有人说已经送完了，还有吗？到 ${until} 没有回答，就自动结束。`
    : say`还需要吗？到 ${until} 没有回答，就排到后面。`;
}
