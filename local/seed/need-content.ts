import type { NeededItem } from '../../cloudfunctions/shared/contract/post-body';
import { catalogueItem, isFeverDrug, spokenNames } from './catalogue';
import { fill, householdSlots, joinPhrases } from './compose-note';
import { seasonFactor } from './item-season';
import { needScenarios } from './need-scenarios';
import type { NeedScenario } from './need-scenarios';
import { handovers, openings, realNotes, requests, shortages, symptoms, thanks } from './need-words';
import { postContent } from './post-content';
import type { PostContent } from './post-content';
import type { Random } from './random';
import { weightedDraw } from './weighted';

/** One post in this many uses a sentence that a real person wrote. */
const realOneIn = 250;

/** Draws the words and items of a post on the need board. */
export function needContents(nowMs: number): (random: Random) => PostContent {
  const scenarios = needScenarios.map((scenario) => {
    const weights = Object.entries(scenario.items);
    const drawItem = weightedDraw(weights, ([code, weight]) => weight * seasonFactor(code, nowMs));
    return { ...scenario, drawCode: (random: Random) => drawItem(random)[0] };
  });
  const drawScenario = weightedDraw(scenarios, ({ weight }) => weight);
  return (random) =>
    random.below(realOneIn) === 0 ? realContent(random) : inventedContent(drawScenario(random), random);
}

function realContent(random: Random): PostContent {
  const { note, groups, items } = random.pick(realNotes);
  return postContent({
    note,
    ill: illIn(note),
    groups: [...groups],
    items: items.map((code) => neededItem(code, random)),
  });
}

function inventedContent(
  scenario: NeedScenario & { drawCode(random: Random): string },
  random: Random,
): PostContent {
  const codes = drawCodes(scenario.drawCode, random);
  const items = codes.map((code) => neededItem(code, random));
  const note = random.chance(0.06) ? '' : needNote(scenario, items, random);
  return postContent({
    note,
    ill: illIn(note),
    groups: [...scenario.groups],
    items,
    beneficiary: random.chance(scenario.elsewhere) ? 'elsewhere' : 'self',
  });
}

/** Draws one to three different items, of which at most one lowers a fever: two must not be taken together. */
function drawCodes(drawCode: (random: Random) => string, random: Random): string[] {
  const codes: string[] = [];
  for (let left = random.pick([1, 1, 1, 2, 2, 3]); left > 0; left -= 1) {
    const code = drawCode(random);
    const isSecondFeverDrug = isFeverDrug(code) && codes.some(isFeverDrug);
    if (!codes.includes(code) && !isSecondFeverDrug) codes.push(code);
  }
  return codes;
}

/** Mostly the portions that the item suggests for a household, sometimes fewer, sometimes up to one course. */
function neededItem(code: string, random: Random): NeededItem {
  const { unit, portion, needMaximum } = random.pick(catalogueItem(code).units);
  const quantity = random.chance(0.6)
    ? portion
    : random.between(Math.ceil(portion / 2), Math.min(needMaximum, portion * 2));
  return { code, quantity, unit };
}

function needNote(scenario: NeedScenario, items: readonly NeededItem[], random: Random): string {
  const slots = {
    ...householdSlots(random),
    thing: items.map((item) => spokenItem(item, random)).join('、'),
  };
  const say = (phrases: readonly string[]): string => fill(random.pick(phrases), slots);
  const told = [say(scenario.situations), say(symptoms), say(shortages)];
  const asked = [say(requests), say(handovers), say(thanks)];
  // Some people begin with what they ask for; some describe only their trouble.
  const body = random.chance(0.12)
    ? [...asked, ...told]
    : random.chance(0.1)
      ? [...told, say(thanks)]
      : [...told, ...asked];
  return say(openings) + joinPhrases(body, random);
}

function spokenItem({ code, quantity, unit }: NeededItem, random: Random): string {
  const name = random.pick(spokenNames(catalogueItem(code)));
  return random.chance(0.45) ? `${name}${quantity}${unit}` : name;
}

/** How many are ill, as the words of a note say; one where they say nothing. */
const illIn = (note: string): number => households.find(([words]) => words.test(note))?.[1] ?? 1;

const households: readonly (readonly [RegExp, number])[] = [
  [/六口/, 6],
  [/五口/, 5],
  [/四口|四个人/, 4],
  [/三口|全家|一家/, 3],
  [/夫妻|和自己|双胞胎/, 2],
];
