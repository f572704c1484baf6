import type { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { findByName } from '../../miniprogram/facts/catalogue/find-by-name';
import type { Finding } from '../../miniprogram/facts/catalogue/find-by-name';
import { foldName } from '../../miniprogram/facts/catalogue/fold-name';

/** One typed name and its expected result. */
export interface TypedName {
  query: string;
  expect: { kind: 'item'; names: string[] } | { kind: 'refused'; about: string } | { kind: 'not-listed' };
}

export interface WrongAnswer {
  query: string;
  answer: string;
  /** The expected and the actual result, without the name. */
  kinds: string;
}

export function rateOf(
  typed: readonly TypedName[],
  campaign: Campaign,
): { right: number; wrong: WrongAnswer[] } {
  const wrong = typed.flatMap(({ query, expect }) => {
    const finding = findByName(query, campaign);
    if (finding !== undefined && isRight(finding, expect, campaign)) return [];
    return [
      { query, answer: answerText(finding), kinds: `${expect.kind}, answered ${finding?.kind ?? 'none'}` },
    ];
  });
  return { right: typed.length - wrong.length, wrong };
}

/**
 * An item is right when the answers contain every expected name; a named item (not one found by a symptom) must also be
 * the first answer, or have the same substance as the first. A refusal is right when it is about the expected things,
 * by its own words or by a search for them.
 */
function isRight(finding: Finding, expect: TypedName['expect'], campaign: Campaign): boolean {
  if (finding.kind !== expect.kind) return false;
  if (finding.kind === 'item' && expect.kind === 'item') {
    const wanted = expect.names.map((name) => codesNamed(name, campaign));
    const [first = ''] = finding.items;
    return (
      wanted.every((codes) => codes.some((code) => finding.items.includes(code))) &&
      (finding.by === 'symptom' ||
        wanted.some((codes) =>
          codes.some((code) => code === first || isSameSubstance(code, first, campaign)),
        ))
    );
  }
  if (finding.kind !== 'refused' || expect.kind !== 'refused') return true;
  return isAbout(finding, expect.about, campaign);
}

/** Codes of the items that a generic name means, including its substance's. */
function codesNamed(name: string, campaign: Campaign): string[] {
  const folded = foldName(name);
  const substance = campaign.substances.find((known) => known.name === name)?.code;
  return campaign.catalogue
    .filter(
      ({ name: own, aliases, ingredients }) =>
        [own, own.replace(/（.*）/, ''), ...aliases].some((text) => foldName(text) === folded) ||
        (substance !== undefined && ingredients.includes(substance)),
    )
    .map(({ code }) => code);
}

function isSameSubstance(a: string, b: string, campaign: Campaign): boolean {
  const [one, other] = [a, b].map(
    (code) => campaign.catalogue.find((item) => item.code === code)?.ingredients,
  );
  return one?.[0] !== undefined && one[0] === other?.[0];
}

function isAbout(finding: Extract<Finding, { kind: 'refused' }>, about: string, campaign: Campaign): boolean {
  const refusal = campaign.refusals.find((known) => known.about === finding.about);
  const words = [finding.about, finding.reason, ...(refusal?.names ?? []), ...(refusal?.searchWords ?? [])];
  if (words.some((word) => word.includes(about) || about.includes(word))) return true;
  const searched = findByName(about, campaign);
  return searched?.kind === 'refused' && searched.about === finding.about;
}

function answerText(finding: Finding | undefined): string {
  if (finding === undefined) return 'nothing typed';
  if (finding.kind === 'refused') return `refused, ${finding.about}`;
  return finding.kind === 'item' ? finding.items.slice(0, 4).join(', ') : 'not listed';
}
