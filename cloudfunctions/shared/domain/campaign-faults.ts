import type { Campaign } from '../contract/campaign';

/** What fits the schema and is wrong all the same: a code or a name twice, a code that leads nowhere, limits that contradict each other. */
export const campaignFaults = (campaign: Campaign): string[] => [
  ...repetitions(campaign),
  ...codesThatLeadNowhere(campaign),
  ...itemFaults(campaign),
  ...limitFaults(campaign),
  ...hourFaults(campaign),
  ...badTexts(campaign, ''),
];

function repetitions(campaign: Campaign): string[] {
  const { catalogue, categories, groups, sources, substances, symptoms, talk, care } = campaign;
  const { refusals, warnings, clashes, references, wanted, modules } = campaign;
  const named = { catalogue, categories, groups, sources, substances, symptoms, care };
  const spoken = { 'talk.places': talk.places, 'talk.hours': talk.hours };
  const coded = { refusals, warnings, clashes, references, 'talk.sentences': talk.sentences };
  return [
    ...Object.entries<readonly Coded[]>({ ...named, ...spoken, ...coded }).flatMap(([list, things]) =>
      twice(
        list,
        things.map(({ code }) => code),
      ),
    ),
    ...Object.entries<readonly { name: string }[]>({ ...named, ...spoken }).flatMap(([list, things]) =>
      twice(
        list,
        things.map(({ name }) => name),
      ),
    ),
    ...twice('wanted', wanted),
    ...twice('modules', modules),
  ];
}

function codesThatLeadNowhere(campaign: Campaign): string[] {
  const { catalogue, refusals, unlisted, warnings, clashes, wanted, danger } = campaign;
  const led: Record<string, { codes: string[]; known: readonly Coded[] }> = {
    'catalogue.category': {
      codes: catalogue.map(({ category }) => category),
      known: campaign.categories,
    },
    'catalogue.ingredients': {
      codes: catalogue.flatMap(({ ingredients }) => ingredients),
      known: campaign.substances,
    },
    'catalogue.symptoms': { codes: catalogue.flatMap((item) => item.symptoms), known: campaign.symptoms },
    'refusals.instead': { codes: refusals.flatMap(({ instead }) => instead), known: catalogue },
    'unlisted.nearest': { codes: unlisted.flatMap(({ nearest }) => nearest), known: catalogue },
    wanted: { codes: wanted, known: catalogue },
    'danger.groups': { codes: danger?.groups ?? [], known: campaign.groups },
    'warnings.groups': { codes: warnings.flatMap(({ groups }) => groups), known: campaign.groups },
    'warnings.source': { codes: warnings.map(({ source }) => source), known: campaign.references },
    'clashes.source': { codes: clashes.map(({ source }) => source), known: campaign.references },
  };
  return Object.entries(led).flatMap(([list, { codes, known }]) => {
    const there = new Set(known.map(({ code }) => code));
    return [...new Set(codes)].filter((code) => !there.has(code)).map((code) => `${list}：没有 ${code}。`);
  });
}

function itemFaults(campaign: Campaign): string[] {
  const { catalogue, categories, refusals } = campaign;
  const used = new Set(catalogue.map(({ category }) => category));
  const listed = catalogue.flatMap(({ name, aliases }) => [name, ...aliases]);
  const names = new Map(catalogue.map(({ code, name }) => [name, code]));
  return [
    ...categories
      .filter(({ code }) => !used.has(code))
      .map(({ code }) => `categories：${code} 里什么都没有，请去掉。`),
    ...catalogue
      .filter(({ units }) => units.some(({ portion, needMaximum }) => portion > needMaximum))
      .map(({ code }) => `catalogue：${code} 的一份比一个人的最多还多。`),
    ...catalogue
      .filter(({ units }) => repeated(units.map(({ unit }) => unit)).length > 0)
      .map(({ code }) => `catalogue：${code} 有两个一样的单位。`),
    ...catalogue.flatMap(({ code, aliases }) =>
      aliases
        .filter((alias) => names.has(alias) && names.get(alias) !== code)
        .map((alias) => `catalogue：${code} 的别名“${alias}”是另一样东西的名字。`),
    ),
    ...namesTwice(campaign).map((name) => `“${name}”同时是两样东西的名字。`),
    ...refusals.flatMap(({ code, names: refused }) =>
      refused.flatMap((name) =>
        listed
          .filter((text) => text !== name && text.includes(name))
          .map((text) => `refusals：${code} 的“${name}”会拦住清单里的“${text}”。`),
      ),
    ),
  ];
}

/** Names that are at once listed, refused, or known and not listed. Two listed items may share an alias: both are found by it. */
function namesTwice({ catalogue, refusals, unlisted }: Campaign): string[] {
  const listed = new Set(catalogue.flatMap(({ name, aliases }) => [name, ...aliases]));
  const refused = refusals.flatMap(({ names, searchWords }) => [...names, ...searchWords]);
  return repeated([...listed, ...refused, ...unlisted.flatMap(({ names }) => names)]);
}

/** A renewal that is offered from the beginning would let a post stay on top for ever. */
const limitFaults = ({ limits }: Campaign): string[] =>
  (['needHours', 'spareHours'] as const)
    .filter((life) => limits.renewalMinutes > limits[life] * 60)
    .map(
      (life) =>
        `limits.renewalMinutes：${limits.renewalMinutes} 分钟比 ${life} 的 ${limits[life]} 小时还长。`,
    );

const hourFaults = ({ talk }: Campaign): string[] =>
  talk.hours
    .filter(({ until }, at) => until <= (talk.hours[at - 1]?.until ?? 0))
    .map(({ code }) => `talk.hours：${code} 不比上一个晚，请按先后排。`);

/** A text that shows nothing, breaks its line, or would be read as the place of a value. */
function badTexts(value: unknown, place: string): string[] {
  if (typeof value === 'string')
    return value !== '' && (value !== value.trim() || /[\p{Cc}{}]/u.test(value))
      ? [`${place}：前后不能有空格，里面不能换行，也不能有 { }。`]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    badTexts(part, place === '' ? name : `${place}.${name}`),
  );
}

interface Coded {
  code: string;
}

const twice = (list: string, texts: readonly string[]): string[] =>
  repeated(texts).map((text) => `${list}：${text} 出现了两次。`);

const repeated = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text, index) => texts.indexOf(text) !== index)),
];
