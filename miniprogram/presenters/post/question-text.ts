import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import { chinaClock } from '../../facts/china-time';
import { say } from '../../facts/words/say';

/** What an owner is asked about their post, or reads about a spare that rests; empty where nothing is. */
export function questionText({
  question,
  can,
  isResting,
}: Pick<OpenedPost, 'question' | 'can' | 'isResting'>): string {
  if (!can.keep) return '';
  // A spare may rest before its owner is asked.
  const { kind, dueAtMs } = question ?? { kind: 'still-there' as const, dueAtMs: null };
  const until = dueAtMs === null ? '' : chinaClock(dueAtMs);
  switch (kind) {
    case 'gone':
      return say`有人说已经送完了，还有吗？到 ${until} 没有回答，就自动结束。`;
    case 'still-there':
      return isResting
        ? say('现在不知道还有没有，这条先排到最后，别人只能请您回电。点“还有{thing}”，就回到前面。')
        : say`还有吗？到 ${until} 没有回答，就排到最后，也不再通知别人。`;
    case 'still-needed':
      if (isResting)
        return say('没有回答“还需要吗”，这条求助排到最后了，也不通知别人。点“还需要”，就回到前面。');
      return dueAtMs === null
        ? say('没有回答“还需要吗”，这条求助排到后面了。点“还需要”，就回到前面。')
        : say`还需要吗？到 ${until} 没有回答，就排到后面。`;
  }
}
