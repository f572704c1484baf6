import type { CallInput } from '../../cloudfunctions/shared/contract/contract';
import type { DraftBoard, PlacedDraft } from '../model/draft';

/** A form without gaps, as the call takes it. */
export function publishInput(board: DraftBoard, draft: PlacedDraft): CallInput<'posts', 'publish'> {
  const common = {
    clientToken: draft.clientToken,
    place: draft.place.place,
    beneficiary: draft.beneficiary,
    groups: draft.groups,
    note: draft.note.trim(),
  };
  if (board === 'need') {
    const items = draft.items.map(({ code, quantity, unit }) => ({ code, quantity, unit }));
    return { board, ...common, items };
  }
  const items = draft.items.map(({ approvalNumber, ...item }) =>
    approvalNumber === undefined || approvalNumber === '' ? item : { ...item, approvalNumber },
  );
  return { board, ...common, items, portions: draft.portions, source: draft.source ?? '' };
}
