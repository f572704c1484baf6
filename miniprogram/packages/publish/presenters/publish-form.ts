import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Draft, DraftBoard } from '../../../model/draft';
import { dangerSigns } from '../../../facts/medicines/danger-signs';
import type { FieldErrors } from './field-errors';
import { itemRows } from './item-rows';
import type { ItemRow } from './item-rows';
import { callHoursCode } from '../../../presenters/publish/form-fields';
import { groupWarnings, itemClashes } from '../../../presenters/item/item-warnings';
import type { WarningLine } from '../../../presenters/item/item-warnings';

/** The part of a page's data that follows from the draft and its errors. */
export interface FormView {
  draft: Draft;
  rows: ItemRow[];
  /** The choice of hours at which the poster can be called. */
  callHours: string[];
  picked: string[];
  errors: FieldErrors;
  /** Warnings about the chosen items for the chosen groups. */
  warnings: WarningLine[];
  /** Chosen items that must not be taken together. */
  clashes: WarningLine[];
  /** The post is for somebody in danger, such as an infant: the page then shows which signs must not wait for neighbours. */
  endangered: boolean;
  /** The note holds a sign of danger: the page then says the same below it. */
  danger: boolean;
  /** How many answers are missing or wrong; 0 before the user has tried to publish. */
  errorCount: number;
  /** Whether some answer about an item is among them. */
  itemsFaulty: boolean;
}

export function formView(board: DraftBoard, draft: Draft, campaign: Campaign, errors: FieldErrors): FormView {
  const picked = draft.items.map(({ code }) => code);
  return {
    draft,
    rows: itemRows(draft.items, campaign.catalogue, errors, { isSpare: board === 'spare', ill: draft.ill }),
    callHours: [callHoursCode(draft.callHours)],
    picked,
    errors,
    warnings: groupWarnings(picked, draft.groups, campaign),
    clashes: itemClashes(picked, campaign),
    endangered: draft.groups.some((group) => campaign.danger?.groups.includes(group)),
    danger: dangerSigns(draft.note, campaign.danger?.words).length > 0,
    errorCount: Object.keys(errors).length,
    itemsFaulty: Object.keys(errors).some((path) => path.startsWith('items')),
  };
}

/** The errors that are left after these fields of the draft changed. */
export function errorsAfter(errors: FieldErrors, changed: readonly string[]): FieldErrors {
  const stays = ([path]: [string, string]): boolean =>
    !['form', ...changed].includes(path.split('.')[0] ?? '');
  return Object.fromEntries(Object.entries(errors).filter(stays));
}
