import { Campaign } from '../contract/campaign';
import { campaignFaults } from './campaign-faults';

/** A campaign with an operator's changes, or what is wrong with them, one sentence each. */
export type Changed = { campaign: Campaign } | { faults: string[] };

/**
 * Applies changes to the released campaign. Objects are changed field by field. In a list of things with a code, a thing changes the
 * one with its code, or is added; `{ "code": …, "remove": true }` removes it. Any other value replaces the former one.
 */
export function changedCampaign(released: Campaign, changes: string): Changed {
  const given = parsed(changes);
  if (given === null) return { faults: ['这不是一份 JSON 对象。'] };
  const wanted = merged(released, given);
  const checked = Campaign.safeParse(wanted);
  if (!checked.success) return { faults: checked.error.issues.map((issue) => sentenceOf(issue, wanted)) };
  const faults = campaignFaults(checked.data);
  if (checked.data.code !== released.code) faults.push('code：活动不能换成另一个。');
  return faults.length === 0 ? { campaign: checked.data } : { faults };
}

/**
 * Changes that came after others, as one: an operator's file holds only what changes now, and what was changed before stays. Text that
 * is no JSON object is answered as it is, for `changedCampaign` to refuse.
 */
export function joinedChanges(earlier: string, later: string): string {
  const [former, given] = [parsed(earlier), parsed(later)];
  return former === null || given === null ? later : JSON.stringify(joined(former, given));
}

function joined(former: unknown, given: unknown): unknown {
  if (isCoded(former) && isCoded(given)) {
    const later = new Map(given.map((thing) => [thing.code, thing]));
    const known = new Set(former.map(({ code }) => code));
    return [
      ...former.map((thing) => joined(thing, later.get(thing.code) ?? thing)),
      ...given.filter(({ code }) => !known.has(code)),
    ];
  }
  if (!isRecord(former) || !isRecord(given) || former.remove === true || given.remove === true) return given;
  const fields = Object.entries(given).map(([name, value]) => [name, joined(former[name], value)]);
  return { ...former, ...Object.fromEntries(fields) } as unknown;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

type Issue = NonNullable<ReturnType<typeof Campaign.safeParse>['error']>['issues'][number];

const sentenceOf = (issue: Issue, wanted: unknown): string =>
  `${placeIn(wanted, issue.path) || '整体'}：${reasonOf(issue)}`;

function reasonOf(issue: Issue): string {
  if (issue.code === 'too_small') return `最少要 ${String(issue.minimum)}。`;
  if (issue.code === 'too_big') return `最多是 ${String(issue.maximum)}。`;
  if (issue.code === 'unrecognized_keys') return `没有 ${issue.keys.join('、')} 这一项。`;
  if (issue.code === 'invalid_value') return `只能是 ${issue.values.map(String).join('、')}。`;
  if (issue.code === 'invalid_type') return '缺少，或类型不对。';
  return '格式不对。';
}

/** The place of a fault in words. A thing of a list is named by its code: an author cannot count a hundred items. */
export function placeIn(value: unknown, path: readonly PropertyKey[]): string {
  let at = value;
  const names = path.map((step) => {
    at = isRecord(at) || Array.isArray(at) ? (at as Record<PropertyKey, unknown>)[step] : undefined;
    return typeof step === 'number' && isRecord(at) && typeof at.code === 'string' ? at.code : String(step);
  });
  return names.join('.');
}

function merged(former: unknown, given: unknown): unknown {
  if (isCoded(former) && isCoded(given)) return mergedByCode(former, given);
  if (!isRecord(former) || !isRecord(given)) return given;
  const fields = Object.entries(given).map(([name, value]) => [name, merged(former[name], value)]);
  return { ...former, ...Object.fromEntries(fields) } as unknown;
}

function mergedByCode(former: readonly Coded[], given: readonly Coded[]): unknown[] {
  const changes = new Map(given.map((thing) => [thing.code, thing]));
  const known = new Set(former.map(({ code }) => code));
  return [
    ...former.map((thing) => (changes.has(thing.code) ? merged(thing, changes.get(thing.code)) : thing)),
    ...given.filter(({ code }) => !known.has(code)),
  ].filter((thing) => !isRecord(thing) || thing.remove !== true);
}

interface Coded {
  code: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCoded = (value: unknown): value is Coded[] =>
  Array.isArray(value) && value.every((thing) => isRecord(thing) && typeof thing.code === 'string');
