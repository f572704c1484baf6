import { chinaMonth } from '@facts/china-time';
import type { Campaign, CatalogueItem } from '../contract/campaign';
import type { ErrorCode } from '@facts/errors';
import type { NoteFinding } from '../contract/errors';
import type { CorrectedDraft } from '../contract/posts-calls';
import type { SpareItem } from '../contract/post-body';
import { noteFault, type NoteFault } from './note-fault';
import { worded } from '@facts/words/worded';

/** Why a draft cannot be published: the error, its field, and a sentence where it says more. */
export interface DraftFault {
  code: Extract<
    ErrorCode,
    'invalid-input' | 'item-not-listed' | 'quantity-too-large' | 'medicine-expired' | NoteFault['code']
  >;
  field: string;
  message?: string;
  findings?: readonly NoteFinding[];
}

/** The first fault of a draft that already fits the contract, by the campaign's own rules; null when there is none. */
export function draftFault(draft: CorrectedDraft, campaign: Campaign, nowMs: number): DraftFault | null {
  return (
    itemsFault(draft, campaign, nowMs) ??
    (draft.board === 'spare' ? offerFault(draft, campaign) : null) ??
    wordsFault(draft, campaign)
  );
}

function itemsFault(draft: CorrectedDraft, campaign: Campaign, nowMs: number): DraftFault | null {
  if (draft.items.length > campaign.limits.itemsPerPost)
    return {
      code: 'invalid-input',
      field: 'items',
      message: `一条信息最多选 ${campaign.limits.itemsPerPost} 种。`,
    };
  const codes = draft.items.map((item) => item.code);
  for (const [index, item] of draft.items.entries()) {
    const field = `items.${index}`;
    if (codes.indexOf(item.code) !== index)
      return { code: 'invalid-input', field: `${field}.code`, message: worded('{twice}') };
    const fault = itemFault(item, draft, campaign, nowMs);
    if (fault) return { ...fault, field: `${field}.${fault.field}` };
  }
  return null;
}

function itemFault(
  item: SpareItem,
  { board, ill }: Pick<CorrectedDraft, 'board' | 'ill'>,
  campaign: Campaign,
  nowMs: number,
): DraftFault | null {
  const listed = campaign.catalogue.find((candidate) => candidate.code === item.code);
  if (!listed) return { code: 'item-not-listed', field: 'code' };
  const unit = listed.units.find((candidate) => candidate.unit === item.unit);
  if (!unit)
    return { code: 'invalid-input', field: 'unit', message: `${listed.name}不能用“${item.unit}”来计数。` };
  // A portion of a spare is for one household that may be of one.
  const people = board === 'need' ? ill : 1;
  if (item.quantity > unit.needMaximum * people)
    return {
      code: 'quantity-too-large',
      field: 'quantity',
      message: `${listed.name}${mostText(unit, people)}，${worded('{enough}')}`,
    };
  if (board === 'need' || listed.kind === 'supply') return null;
  if (!item.expiresOn)
    return { code: 'invalid-input', field: 'expiresOn', message: `请填写${listed.name}的有效期。` };
  if (item.expiresOn < chinaMonth(nowMs)) return { code: 'medicine-expired', field: 'expiresOn' };
  if (yearOf(item.expiresOn) > yearOf(chinaMonth(nowMs)) + mostYearsAhead)
    return {
      code: 'invalid-input',
      field: 'expiresOn',
      message: `请核对${listed.name}的有效期，年份太远了。`,
    };
  if (!item.packaging)
    return { code: 'invalid-input', field: 'packaging', message: `请选择${listed.name}的包装情况。` };
  return null;
}

/** 一人最多 6 粒，3 人最多 18 粒. */
function mostText({ unit, needMaximum }: CatalogueItem['units'][number], people: number): string {
  const one = `一人最多 ${needMaximum} ${unit}`;
  return people === 1 ? one : `${one}，${people} 人最多 ${needMaximum * people} ${unit}`;
}

/** No medicine keeps for longer, so a later year is a slip of the finger. The form offers as many. */
const mostYearsAhead = 10;
const yearOf = (month: string): number => Number(month.slice(0, 4));

function offerFault(
  draft: Extract<CorrectedDraft, { board: 'spare' }>,
  campaign: Campaign,
): DraftFault | null {
  if (draft.portions > campaign.limits.portionsPerSpare)
    return {
      code: 'quantity-too-large',
      field: 'portions',
      message: `最多填 ${campaign.limits.portionsPerSpare} 份。`,
    };
  if (!campaign.sources.some((source) => source.code === draft.source))
    return { code: 'invalid-input', field: 'source', message: worded('请选择{goods}的来源。') };
  return null;
}

function wordsFault(draft: CorrectedDraft, campaign: Campaign): DraftFault | null {
  const { noteCharacters } = campaign.limits;
  if ([...draft.note].length > noteCharacters)
    return { code: 'invalid-input', field: 'note', message: `说明最多 ${noteCharacters} 个字。` };
  if (new Set(draft.groups).size !== draft.groups.length) return { code: 'invalid-input', field: 'groups' };
  if (draft.groups.some((group) => !campaign.groups.some(({ code }) => code === group)))
    return { code: 'invalid-input', field: 'groups' };
  return noteFault(draft, campaign);
}
