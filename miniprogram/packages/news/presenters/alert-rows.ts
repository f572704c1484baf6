import type { CatalogueItem } from '../../../../cloudfunctions/shared/contract/campaign';
import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import { clockText } from '../../../presenters/time/clock-text';

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
  const names = items.map((code) => catalogue.find((item) => item.code === code)?.name ?? code).join('、');
  return {
    id,
    title: board === 'spare' ? `有人有${names}时告诉我` : `有人要${names}时告诉我`,
    placeText: `${region}附近`,
    untilText: `到${clockText(untilMs, nowMs)}`,
  };
}
