import type { KnownSubstance, Medicine, Rule, Target } from './medicine-rules';
import { meets, strictestFirst } from './medicine-rules';

export interface GroupWarning extends Rule {
  groups: readonly string[];
  /** The part of the group that is meant, in words. */
  condition: string;
  target: Target;
  /** Codes of items that may be taken instead. */
  instead: readonly string[];
}

export interface WarningRules<Kind extends GroupWarning = GroupWarning> {
  warnings: readonly Kind[];
  substances: readonly KnownSubstance[];
}

/** Warnings about a medicine for people of these groups, the strictest first. */
export function warningsFor<Kind extends GroupWarning>(
  medicine: Medicine,
  groups: readonly string[],
  { warnings, substances }: WarningRules<Kind>,
): Kind[] {
  return strictestFirst(
    warnings.filter(
      (warning) =>
        warning.groups.some((group) => groups.includes(group)) && meets(warning.target, medicine, substances),
    ),
  );
}
