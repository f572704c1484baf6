import type { KnownSubstance, Medicine, Rule, Target } from './medicine-rules';
import { holds, meets, strictestFirst } from './medicine-rules';

type Side = Pick<Target, 'substances' | 'effects'>;

export interface ClashRule extends Rule {
  one: Side;
  other: Side;
}

export interface OtherClashRule extends Rule {
  /** Alcohol, driving, another kind of medicine. */
  what: string;
  target: Target;
}

/** Two medicines, by their places in the list, that must not be taken together, and why. */
export interface ClashingPair<Kind extends ClashRule = ClashRule> {
  first: number;
  second: number;
  clashes: Kind[];
}

/** Every clashing pair of these medicines, the strictest first; their order does not matter. */
export function clashesBetween<Kind extends ClashRule>(
  medicines: readonly Medicine[],
  rules: readonly Kind[],
  substances: readonly KnownSubstance[],
): ClashingPair<Kind>[] {
  const pairs = medicines.flatMap((one, first) =>
    medicines.slice(first + 1).map((other, offset) => ({
      first,
      second: first + 1 + offset,
      clashes: strictestFirst(rules.filter((rule) => clash(one, other, rule, substances))),
    })),
  );
  const isStrict = ({ clashes: [worst] }: ClashingPair<Kind>): boolean => worst?.level === 'stop';
  const clashing = pairs.filter(({ clashes }) => clashes.length > 0);
  return [...clashing.filter(isStrict), ...clashing.filter((pair) => !isStrict(pair))];
}

function clash(
  one: Medicine,
  other: Medicine,
  rule: ClashRule,
  substances: readonly KnownSubstance[],
): boolean {
  const fits = (a: Medicine, b: Medicine): boolean =>
    holds(rule.one, a, substances) && holds(rule.other, b, substances);
  return fits(one, other) || fits(other, one);
}

/** Other things that a medicine does not go with. */
export function otherClashesOf<Kind extends OtherClashRule>(
  medicine: Medicine,
  rules: readonly Kind[],
  substances: readonly KnownSubstance[],
): Kind[] {
  return strictestFirst(rules.filter(({ target }) => meets(target, medicine, substances)));
}
