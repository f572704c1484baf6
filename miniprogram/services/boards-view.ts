import type { Board } from '../../cloudfunctions/shared/contract/board';

/** The board that 信息广场 should show. */
export interface RequestedBoard {
  board: Board;
  /** Only posts with any of these; undefined: as the user left the board. */
  items?: string[];
}

let requested: RequestedBoard | undefined;

/** Opens 信息广场 on a board. A tab page takes no query, so the request waits here until the page shows. */
export function openBoard(board: Board, items?: string[]): void {
  requested = items === undefined ? { board } : { board, items };
  void wx.switchTab({ url: '/pages/boards/boards' });
}

/** Takes what `openBoard` left since the page last showed. */
export function takeRequestedBoard(): RequestedBoard | undefined {
  const wish = requested;
  requested = undefined;
  return wish;
}
