import type { DraftBoard } from '../model/draft';

const forms: Record<DraftBoard, string> = {
  need: '/packages/publish/pages/publish-need/publish-need',
  spare: '/packages/publish/pages/publish-spare/publish-spare',
};

/** Opens the form of one board as it is kept on this phone. */
export function openForm(board: DraftBoard): void {
  void wx.navigateTo({ url: forms[board] });
}
