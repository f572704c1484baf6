import type { CatalogueItem } from '../../../../cloudfunctions/shared/contract/campaign';
import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import { clockText } from '../../../presenters/time/clock-text';
import { listed, say, translated } from '../../../facts/words/say';

/** An alert as it is listed. */
export interface AlertRow {
  id: string;
  /** 有布洛芬时告诉我 */
  title: string;
  placeText: string;
  untilText: string;
}

type Alert = CallOutput<'news', 'alerts'>['alerts'][number];

/** `nowMs` is the server's clock. */
export function alertRow(
  { id, board, items, region, untilMs }: Alert,
  catalogue: readonly CatalogueItem[],
  nowMs: number,
): AlertRow {
  const names = listed(
    items.map((code) => translated(catalogue.find((item) => item.code === code)?.name ?? code)),
  );
  return {
    id,
    title: board === 'spare' ? say`有人有${names}时告诉我` : say`有人要${names}时告诉我`,
    placeText: say`${region}附近`,
    untilText: say`到${clockText(untilMs, nowMs)}`,
  };
}
