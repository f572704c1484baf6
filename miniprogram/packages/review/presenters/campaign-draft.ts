import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import { agoText } from '../../../presenters/time/time-text';

type Limits = Campaign['limits'];
type Counted = { [Field in keyof Limits]: Limits[Field] extends number ? Field : never }[keyof Limits];

/** The limits that an emergency changes from one day to the next; the others are changed as JSON. */
const limitNames = [
  ['needHours', '求助保留几小时'],
  ['spareHours', '提供保留几小时'],
  ['openPostsPerBoard', '一个板最多同时几条'],
  ['publicationsPerDay', '一天最多发布几次'],
  ['contactsPerDay', '一天最多联系几人'],
  ['opensPerDay', '一天最多打开几条'],
  ['portionsPerSpare', '一条最多几份'],
] as const satisfies readonly (readonly [Counted, string])[];

export interface LimitRow {
  field: Counted;
  name: string;
  value: string;
}

/** An operator's draft as the page holds it. `other`: JSON of everything else that is changed. */
export interface CampaignForm {
  notice: string;
  english: string;
  limits: LimitRow[];
  other: string;
}

export interface ChangeRow {
  number: number;
  title: string;
  reason: string;
  /** Whether it runs now. */
  runs: boolean;
}

type Changes = CallOutput<'moderation', 'campaignChanges'>;

export function campaignForm(
  { changes }: Pick<Changes, 'changes'>,
  { notice, limits }: Campaign,
): CampaignForm {
  const { limits: given = {}, ...other } = JSON.parse(changes) as Partial<Campaign>;
  // It has a field of its own.
  delete other.notice;
  const unnamed = Object.entries(given).filter(([field]) => !limitNames.some(([name]) => name === field));
  const rest = unnamed.length === 0 ? other : { ...other, limits: Object.fromEntries(unnamed) };
  return {
    notice: notice?.text ?? '',
    english: notice?.english ?? '',
    limits: limitNames.map(([field, name]) => ({ field, name, value: String(limits[field]) })),
    other: Object.keys(rest).length === 0 ? '' : JSON.stringify(rest, null, 1),
  };
}

/** The form as changes of the released campaign; null where its JSON is broken. */
export function changesOf({ notice, english, limits, other }: CampaignForm): string | null {
  const rest = otherChanges(other);
  if (rest === null) return null;
  return JSON.stringify({
    ...rest,
    notice: notice.trim() === '' ? null : { text: notice.trim(), english: english.trim() },
    limits: {
      ...rest.limits,
      ...Object.fromEntries(limits.map(({ field, value }) => [field, Number(value)])),
    },
  });
}

function otherChanges(text: string): Partial<Campaign> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The changes so far, the newest first, and at the end the campaign as it was released. */
export function changeRows({ number, history, nowMs }: Changes): ChangeRow[] {
  return [
    ...history.map((change) => ({
      number: change.number,
      title: `第 ${change.number} 次 · ${agoText(change.atMs, nowMs)}`,
      reason: change.reason,
      runs: change.number === number,
    })),
    { number: 0, title: '发布时的内容', reason: '没有任何改动', runs: number === 0 },
  ];
}
