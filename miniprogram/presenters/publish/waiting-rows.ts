import type { CatalogueItem } from '../../../cloudfunctions/shared/contract/campaign';
import type { WaitingPost } from '../../model/waiting-post';
import { itemText } from '../post/post-card';
import { listed, say, translated } from '../../facts/words/say';

/** A post that waits for a network or a less busy service, as 我的 draws it. */
export interface WaitingRow {
  token: string;
  stateText: string;
  /** 求助：布洛芬 4粒 */
  title: string;
  note: string;
  /** Why it was refused; empty while it only waits. */
  refusal: string;
}

export function waitingRows(
  posts: readonly WaitingPost[],
  catalogue: readonly CatalogueItem[],
): WaitingRow[] {
  return posts.map(({ board, draft, refusal }) => {
    const items = draft.items.map(({ code, quantity, unit }) =>
      itemText({ name: catalogue.find((item) => item.code === code)?.name ?? '', quantity, unit }),
    );
    return {
      token: draft.clientToken,
      stateText: refusal === '' ? say('还没发出，会自动补发') : say('没有发出去'),
      title: say`${board === 'need' ? say('求助') : say('{giving}')}：${listed(items)}`,
      note: draft.note.trim(),
      refusal: translated(refusal),
    };
  });
}
