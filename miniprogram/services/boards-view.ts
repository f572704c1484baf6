import type { Board } from '../../cloudfunctions/shared/contract/board';

let requested: Board | undefined;

/** Opens 信息广场 on a board: a tab page takes no query, so the wish waits here until the page shows. */
export function openBoard(board: Board): void {
  requested = board;
  void wx.switchTab({ url: '/pages/boards/boards' });
}

/** The board that was asked for since the page last showed. */
export function takeRequestedBoard(): Board | undefined {
  const board = requested;
  requested = undefined;
  return board;
}
