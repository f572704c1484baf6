import type { CallInput } from '../../../cloudfunctions/shared/contract/contract';
import type { DraftBoard, PlacedDraft } from '../../model/draft';

/** The input of the call from a form without gaps. `photoFileIds`: its photos, uploaded; only a spare has any. */
export function publishInput(
  board: DraftBoard,
  draft: PlacedDraft,
  photoFileIds: string[] = [],
): CallInput<'posts', 'publish'> {
  const { items: picked, portions, source, place, ...plain } = draft;
  const common = { ...plain, place: place.place, note: draft.note.trim() };
  if (board === 'need') {
    const items = picked.map(({ code, quantity, unit }) => ({ code, quantity, unit }));
    return { board, ...common, items };
  }
  const items = picked.map(({ approvalNumber, ...item }) =>
    approvalNumber === undefined || approvalNumber === '' ? item : { ...item, approvalNumber },
  );
  return { board, ...common, items, portions, source: source ?? '', photoFileIds };
}
