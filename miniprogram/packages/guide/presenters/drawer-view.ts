import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Content, Guide, Product } from '../../../../cloudfunctions/shared/contract/guide';
import { clashesBetween, otherClashesOf } from '../../../facts/medicines/clashes-between';
import { findProducts, hintsIn } from '../../../facts/medicines/find-product';
import type { Medicine } from '../../../facts/medicines/medicine-rules';
import { sourcesOf, substanceName } from './medicine-view';
import { counted, listed, say, translated } from '../../../facts/words/say';

/** A medicine of somebody's drawer, as its row draws it. */
export interface DrawerRow {
  /** Its usual name, which also identifies it in the drawer. */
  name: string;
  otherNames: string;
  holds: string;
  /** Says that the medicine needs a prescription, or is not sold here; empty for one that anybody may buy. */
  kindText: string;
}

export interface DrawerView {
  rows: DrawerRow[];
  pairs: { code: string; names: string; says: string[]; isStrict: boolean }[];
  /** Alcohol, driving and other things that one of them does not go with. */
  others: { code: string; name: string; what: string; say: string }[];
  /** Shown when there are at least two and none of our rules is broken. */
  calm: string;
  sources: string[];
}

/** Warnings about medicines in one drawer, by their usual names. */
export function drawerView(names: readonly string[], campaign: Campaign, guide: Guide): DrawerView {
  const products = names.flatMap((name) => guide.products.find((product) => product.names[0] === name) ?? []);
  const medicines = products.map(medicineOf);
  const pairs = clashesBetween(medicines, campaign.clashes, campaign.substances);
  const others = medicines.flatMap((medicine) =>
    otherClashesOf(medicine, guide.otherClashes, campaign.substances).map((rule) => ({ medicine, rule })),
  );
  return {
    rows: products.map((product) => rowOf(product, campaign)),
    pairs: pairs.map(({ first, second, clashes }) => ({
      code: `${first}-${second}`,
      names: say`${medicines[first]?.name ?? ''} 和 ${medicines[second]?.name ?? ''}`,
      says: clashes.map((clash) => translated(clash.say)),
      isStrict: clashes.some(({ level }) => level === 'stop'),
    })),
    others: others.map(({ medicine, rule }) => ({
      code: `${medicine.name}-${rule.code}`,
      name: medicine.name,
      what: translated(rule.what),
      say: translated(rule.say),
    })),
    calm:
      products.length > 1 && pairs.length === 0
        ? say('按这里的资料，没有查到重复或相冲的成分。没有查到不等于一定安全，拿不准请问药师。')
        : '',
    sources: sourcesOf(
      [],
      [...products, ...pairs.flatMap(({ clashes }) => clashes), ...others.map(({ rule }) => rule)],
      campaign,
    ),
  };
}

/** Suggestions while a name is typed: products, or the substances that an unknown name reveals. */
export interface DrawerSuggestions {
  rows: DrawerRow[];
  hint: string;
}

export function drawerSuggestions(typed: string, campaign: Campaign, guide: Guide): DrawerSuggestions {
  if (typed.trim() === '') return { rows: [], hint: '' };
  const products = findProducts(typed, guide.products).slice(0, 6);
  if (products.length > 0) return { rows: products.map((product) => rowOf(product, campaign)), hint: '' };
  const probably = [
    ...new Set(hintsIn(typed, guide.hints).map(({ substance }) => substanceName(substance, campaign))),
  ];
  return {
    rows: [],
    hint:
      probably.length === 0
        ? say`没有“${typed.trim()}”的资料。请看盒子上的成分，或问药师。`
        : say`没有“${typed.trim()}”的资料。看名字，多半含${listed(probably)}：别和含同样成分的药一起吃，请看盒子上的成分。`,
  };
}

function rowOf({ names, contents, kind }: Product, campaign: Campaign): DrawerRow {
  return {
    name: names[0] ?? '',
    otherNames: listed(names.slice(1)),
    holds: say`含${listed(contents.map((content) => contentText(content, campaign)))}`,
    kindText: translated(kindTexts[kind]),
  };
}

function contentText({ substance, milligrams, per }: Content, campaign: Campaign): string {
  const name = substanceName(substance, campaign);
  return milligrams === undefined || per === undefined
    ? say`${name}（含量待核实）`
    : say`${name} ${milligrams}毫克/${counted(per, 1)}`;
}

const kindTexts: Record<Product['kind'], string> = {
  otc: '',
  counter: '含麻黄碱，要凭身份证买',
  prescription: '处方药',
  abroad: '境外药，没有国药准字',
  unsure: '是不是处方药：待核实',
};

const medicineOf = ({ names, contents }: Product): Medicine => ({
  name: names[0] ?? '',
  ingredients: contents.map(({ substance }) => substance),
  forms: [],
});
