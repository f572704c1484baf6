import { Campaign } from '../contract/campaign';

/** A campaign with an operator's changes, or what is wrong with them, one sentence each. */
export type Changed = { campaign: Campaign } | { faults: string[] };

/**
 * Applies changes to the released campaign. Objects are changed field by field. In a list of things with a code, a thing changes the
 * one with its code, or is added; `{ "code": …, "remove": true }` removes it. Any other value replaces the former one.
 */
export function changedCampaign(released: Campaign, changes: string): Changed {
  const given = parsed(changes);
  if (given === null) return { faults: ['这不是一份 JSON 对象。'] };
  const checked = Campaign.safeParse(merged(released, given));
  if (!checked.success) return { faults: checked.error.issues.map(sentenceOf) };
  const faults = campaignFaults(checked.data);
  if (checked.data.code !== released.code) faults.push('code：活动不能换成另一个。');
  return faults.length === 0 ? { campaign: checked.data } : { faults };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const sentenceOf = ({ path, message }: { path: PropertyKey[]; message: string }): string =>
  `${path.map(String).join('.') || '整体'}：${message}`;

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

/** What fits the schema and is wrong all the same: a code twice, or one that leads nowhere. */
export function campaignFaults(campaign: Campaign): string[] {
  const { catalogue, categories, groups, sources, substances, symptoms, refusals, unlisted, wanted } =
    campaign;
  const { danger, warnings } = campaign;
  const twice = Object.entries({
    catalogue,
    categories,
    groups,
    sources,
    substances,
    symptoms,
    refusals,
  }).flatMap(([list, things]) =>
    repeated(things.map(({ code }) => code)).map((code) => `${list}：${code} 出现了两次。`),
  );
  const items = codesOf(catalogue);
  return [
    ...twice,
    ...missing(
      'catalogue.category',
      catalogue.map(({ category }) => category),
      codesOf(categories),
    ),
    ...missing(
      'catalogue.ingredients',
      catalogue.flatMap(({ ingredients }) => ingredients),
      codesOf(substances),
    ),
    ...missing(
      'catalogue.symptoms',
      catalogue.flatMap((item) => item.symptoms),
      codesOf(symptoms),
    ),
    ...missing(
      'refusals.instead',
      refusals.flatMap(({ instead }) => instead),
      items,
    ),
    ...missing(
      'unlisted.nearest',
      unlisted.flatMap(({ nearest }) => nearest),
      items,
    ),
    ...missing('wanted', wanted, items),
    ...missing('danger.groups', danger?.groups ?? [], codesOf(groups)),
    ...missing(
      'warnings.groups',
      warnings.flatMap((warning) => warning.groups),
      codesOf(groups),
    ),
    ...catalogue
      .filter(({ units }) => units.some(({ portion, needMaximum }) => portion > needMaximum))
      .map(({ code }) => `catalogue：${code} 的一份比一个人的最多还多。`),
    ...namesTwice(campaign).map((name) => `“${name}”同时是两样东西的名字。`),
  ];
}

const codesOf = (things: readonly Coded[]): Set<string> => new Set(things.map(({ code }) => code));

const repeated = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text, index) => texts.indexOf(text) !== index)),
];

const missing = (list: string, codes: readonly string[], known: ReadonlySet<string>): string[] =>
  [...new Set(codes)].filter((code) => !known.has(code)).map((code) => `${list}：没有 ${code}。`);

/** Names that are at once listed, refused, or known and not listed. */
function namesTwice({ catalogue, refusals, unlisted }: Campaign): string[] {
  const listed = new Set(catalogue.flatMap(({ name, aliases }) => [name, ...aliases]));
  const refused = refusals.flatMap(({ names, searchWords }) => [...names, ...searchWords]);
  return repeated([...listed, ...refused, ...unlisted.flatMap(({ names }) => names)]);
}
