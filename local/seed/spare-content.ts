import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { SpareItem } from '../../cloudfunctions/shared/contract/post-body';
import { campaign, catalogueItem, spokenNames } from './catalogue';
import { fill, householdSlots, joinPhrases } from './compose-note';
import { postContent } from './post-content';
import type { PostContent } from './post-content';
import type { Random } from './random';
import { spareHandovers, spareOffers, spareOpenings, spareReasons, spareWishes } from './spare-words';
import { weightedDraw } from './weighted';

/** How often an item is left over, relative to the others. Items that are not listed are rarely left over. */
const leftOver: Readonly<Record<string, number>> = {
  ibuprofen: 32,
  paracetamol: 14,
  'lianhua-qingwen': 22,
  'antigen-test': 20,
  'ibuprofen-suspension': 6,
  'paracetamol-suspension': 4,
  'mask-n95': 10,
  'electrolyte-water': 6,
  thermometer: 4,
  'huoxiang-zhengqi': 6,
  'watermelon-frost': 5,
};
const drawItem = weightedDraw(campaign.catalogue, ({ code }) => leftOver[code] ?? 2);
const childrensItems = new Set(['ibuprofen-suspension', 'paracetamol-suspension']);

/**
 * Draws the words and items of a post on the spare board. Medicines expire two months after `nowMs` at the earliest.
 */
export function spareContents(nowMs: number): (random: Random) => PostContent {
  return (random) => {
    const first = drawItem(random).code;
    const codes = random.chance(0.2) ? [...new Set([first, drawItem(random).code])] : [first];
    const items = codes.map((code) => offeredItem(code, nowMs, random));
    const total = random.pick([1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8]);
    return postContent({
      note: random.chance(0.08) ? '' : spareNote(items, total, random),
      groups: groupsFor(first, random),
      items,
      source: random.pick(campaign.sources).code,
      portions: { total, left: random.chance(0.7) ? total : random.between(1, total) },
    });
  };
}

function offeredItem(code: string, nowMs: number, random: Random): SpareItem {
  const item = catalogueItem(code);
  const { unit, portion } = random.pick(item.units);
  if (item.kind === 'supply') return { code, quantity: portion, unit };
  return {
    code,
    quantity: portion,
    unit,
    expiresOn: monthAfter(nowMs, random.between(2, 30)),
    packaging: random.chance(unit === '瓶' ? 1 : 0.35) ? 'sealed' : 'opened-blister',
  };
}

/** Donors rarely name a group, but a donor of children's syrup does. */
function groupsFor(code: string, random: Random): Group[] {
  if (childrensItems.has(code)) return random.chance(0.6) ? ['child'] : [];
  return random.chance(0.12) ? [random.pick<Group>(['elderly', 'child', 'chronic'])] : [];
}

function spareNote(items: readonly SpareItem[], total: number, random: Random): string {
  const thing = items
    .map(({ code, quantity, unit }) => `${random.pick(spokenNames(catalogueItem(code)))}${quantity}${unit}`)
    .join('加');
  const slots = { ...householdSlots(random), thing, portions: String(total) };
  const say = (phrases: readonly string[]): string => fill(random.pick(phrases), slots);
  const body = [say(spareReasons), say(spareOffers), say(spareHandovers), say(spareWishes)];
  return say(spareOpenings) + joinPhrases(body, random);
}

/** The month this many months after a moment, as `YYYY-MM`. */
function monthAfter(atMs: number, months: number): string {
  const at = new Date(atMs);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)).toISOString().slice(0, 7);
}
