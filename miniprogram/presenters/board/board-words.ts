import type { Board } from '../../../cloudfunctions/shared/contract/board';

/** The words in which the two boards differ. The reader of a board wants the opposite of its posts. */
export interface BoardWords {
  publish: string;
  empty: string;
}

export const boardWords: Record<Board, BoardWords> = {
  need: {
    publish: '我有多的药，分给别人',
    empty: '没有符合的求助。',
  },
  spare: {
    publish: '没找到？发布求助',
    empty: '暂时没有人提供。您可以发布求助，有药的人会看到。',
  },
};
