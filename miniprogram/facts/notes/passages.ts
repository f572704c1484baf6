import { barterRules } from './barter-rules';
import { contactRules } from './contact-rules';
import { weightOf, type Finding, type Weight } from './finding';
import { identityRules } from './identity-rules';
import { moneyRules } from './money-rules';
import { fold, hasPictures, type FoldedText } from './normalise';
import { numberMatches } from './number-reading';
import { placeRules } from './place-rules';
import { matchesOf, type Match } from './rule';

/** Every rule with a pattern. */
export const rules = [...contactRules, ...moneyRules, ...barterRules, ...placeRules, ...identityRules];

/**
 * The passages of a note that a public board must not contain, except named medicines: the form marks them while it is
 * typed. Pure; takes a few milliseconds.
 */
export const readPassages = (text: string): Finding[] => findingsOf(text, passageMatches);

export const passageMatches = (folded: FoldedText): Match[] => [
  ...numberMatches(folded),
  ...rules.flatMap((rule) => matchesOf(rule, folded)),
];

/** The findings of a reader in a text's two foldings, at their places in the typed text, without overlap. */
export function findingsOf(text: string, read: (folded: FoldedText) => readonly Match[]): Finding[] {
  const readings = hasPictures(text) ? (['dropped', 'meant'] as const) : (['dropped'] as const);
  const findings = readings.flatMap((pictures) => {
    const folded = fold(text, pictures);
    return read(folded).map(({ from, to, ...match }): Finding => ({
      ...match,
      start: folded.starts[from] ?? 0,
      end: folded.ends[to - 1] ?? text.length,
    }));
  });
  return withoutOverlap(findings);
}

const order: readonly Weight[] = ['ask', 'doubt', 'remove', 'refuse'];

/** Overlapping findings become one: the heaviest gives the name, and it covers all of them. */
export function withoutOverlap(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const heaviness = ({ kind }: Finding): number => order.indexOf(weightOf(kind));
  for (const finding of [...findings].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1);
    if (!last || finding.start >= last.end) {
      kept.push(finding);
      continue;
    }
    const heavier = heaviness(finding) > heaviness(last) ? finding : last;
    kept[kept.length - 1] = { ...heavier, start: last.start, end: Math.max(last.end, finding.end) };
  }
  return kept;
}
