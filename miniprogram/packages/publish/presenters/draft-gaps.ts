import type { CatalogueItem } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Draft, DraftBoard } from '../../../model/draft';
import type { FieldErrors } from './field-errors';
import { say, translated } from '../../../facts/words/say';

/**
 * The required fields that are still empty, found on the phone so that the user need not wait for the server. Only the
 * server decides whether the filled fields are right.
 */
export function draftGaps(board: DraftBoard, draft: Draft, catalogue: readonly CatalogueItem[]): FieldErrors {
  const gaps: Record<string, string> = {};
  if (draft.items.length === 0)
    gaps.items = board === 'need' ? say('请选择需要的{goods}。') : say('请选择要送的{goods}。');
  if (draft.place === null) gaps.place = say('请选择位置。');
  if (board === 'need') return gaps;
  draft.items.forEach((item, index) => {
    const listed = catalogue.find(({ code }) => code === item.code);
    if (listed?.kind !== 'medicine') return;
    if (item.expiresOn === undefined)
      gaps[`items.${index}.expiresOn`] = say`请填写${translated(listed.name)}的有效期。`;
    if (item.packaging === undefined)
      gaps[`items.${index}.packaging`] = say`请选择${translated(listed.name)}的包装情况。`;
  });
  if (draft.source === null) gaps.source = say('请选择{goods}的来源。');
  return gaps;
}
