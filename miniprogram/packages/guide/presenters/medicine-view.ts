import type { Campaign, CatalogueItem } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Guide } from '../../../../cloudfunctions/shared/contract/guide';
import { otherClashesOf } from '../../../facts/medicines/clashes-between';
import type { Patient } from '../../../facts/medicines/dose-for';
import { holds, strictestFirst } from '../../../facts/medicines/medicine-rules';
import { warningsFor } from '../../../facts/medicines/warnings-for';
import type { DoseCard } from './dose-text';
import { doseCards } from './dose-text';
import { listed, say, speaksChinese, translated } from '../../../facts/words/say';

/** A statement as the guide draws it: its subject, its text, and whether it forbids. */
export interface Statement {
  code: string;
  about: string;
  say: string;
  isStrict: boolean;
}

export interface MedicineView {
  name: string;
  english: string;
  aliases: string;
  ingredients: string;
  caution: string;
  isMedicine: boolean;
  doses: DoseCard[];
  warnings: Statement[];
  clashes: Statement[];
  /** Every source of the statements here, with its date. */
  sources: string[];
}

/** Undefined for a code that the campaign does not list. */
export function medicineView(
  code: string,
  campaign: Campaign,
  guide: Guide,
  patient: Patient | undefined,
): MedicineView | undefined {
  const item = campaign.catalogue.find((listed) => listed.code === code);
  if (item === undefined) return undefined;
  const warnings = warningsFor(
    item,
    campaign.groups.map((group) => group.code),
    campaign,
  );
  const pairs = strictestFirst(
    campaign.clashes.filter(({ one, other }) =>
      [one, other].some((side) => holds(side, item, campaign.substances)),
    ),
  );
  const others = otherClashesOf(item, guide.otherClashes, campaign.substances);
  return {
    name: translated(item.name),
    english: speaksChinese() ? item.english : item.name,
    aliases: listed(item.aliases.slice(0, 6)),
    ingredients: listed(item.ingredients.map((substance) => substanceName(substance, campaign))),
    caution: translated(item.caution ?? ''),
    isMedicine: item.kind === 'medicine',
    doses: doseCards(code, guide, patient),
    warnings: warnings.map((rule) => statement(rule, rule.condition)),
    clashes: [
      ...pairs.map((rule) => statement(rule, partnersOf(rule, item, campaign))),
      ...others.map((rule) => statement(rule, rule.what)),
    ],
    sources: sourcesOf(
      [item.source],
      [...warnings, ...pairs, ...others, ...guide.doses.filter((dose) => dose.item === code)],
      campaign,
    ),
  };
}

export function substanceName(code: string, { substances }: Campaign): string {
  return translated(substances.find((substance) => substance.code === code)?.name ?? code);
}

/** Titles with their dates, each once. */
export function sourcesOf(
  first: readonly string[],
  statements: readonly { source: string }[],
  { references }: Campaign,
): string[] {
  const used = new Set(statements.map(({ source }) => source));
  const titles = references
    .filter(({ code }) => used.has(code))
    .map(({ title, date }) => say`${translated(title)}（${date}）`);
  return [...new Set([...first.map(translated), ...titles])];
}

type PairRule = Campaign['clashes'][number];

/** The other medicine of a pair in words: its substances, or those with the same effect. */
function partnersOf({ one, other }: PairRule, item: CatalogueItem, campaign: Campaign): string {
  const side = holds(one, item, campaign.substances) ? other : one;
  const named = campaign.substances.filter(
    ({ code, effects }) =>
      side.substances.includes(code) || effects.some((effect) => side.effects.includes(effect)),
  );
  const names = named.slice(0, 3).map(({ name }) => translated(name));
  return say`含${listed(names)}${named.length > 3 ? say('等') : ''}的药`;
}

const statement = (rule: { code: string; say: string; level: 'stop' | 'ask' }, about: string): Statement => ({
  code: rule.code,
  about: translated(about),
  say: translated(rule.say),
  isStrict: rule.level === 'stop',
});
