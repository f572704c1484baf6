import type { Board } from '../../cloudfunctions/shared/contract/board';

let requested: Board | undefined;

/** Opens 信息广场 on a board. A tab page takes no query, so the board waits here until the page shows. */
export function openBoard(board: Board): void {
  requested = board;
  void wx.switchTab({ url: '/pages/boards/boards' });
}

/** Takes the board that `openBoard` left since the page last showed. */
export function takeRequestedBoard(): Board | undefined {
  const board = requested;
  requested = undefined;
  return board;
}
