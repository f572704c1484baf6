import type { Board } from '../../../../../cloudfunctions/shared/contract/board';
import type { LinkTarget } from '../../../../../cloudfunctions/shared/contract/share-calls';
import { boardsCard, programCard } from '../../../../presenters/share/share-words';
import { fontScale } from '../../../../services/font-scale';
import { speakOn } from '../../../../services/language';

/** The ways to send a board to others: a card in WeChat, a link for other programs, a poster for the wall. */
Page({
  data: {
    scale: fontScale(),
    card: programCard,
    target: null as LinkTarget | null,
  },
  onLoad({ board, at = '' }: { board?: Board; at?: string }) {
    speakOn(this);
    const sent = board === 'need' ? board : 'spare';
    this.setData({
      scale: fontScale(),
      card: boardsCard(sent, at),
      target: { kind: 'board', board: sent, adcode: at },
    });
  },
  posterTapped() {
    void wx.navigateTo({ url: '/packages/share/pages/place-code/place-code' });
  },
  onShareAppMessage(): { title: string; path: string } {
    return this.data.card;
  },
});
