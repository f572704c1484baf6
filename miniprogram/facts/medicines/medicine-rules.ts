/** A medicine as the rules see it: a catalogue item or a product from somebody's drawer. */
export interface Medicine {
  /** Catalogue code, if it is a listed item. */
  code?: string;
  name: string;
  /** Codes of substances. */
  ingredients: readonly string[];
  /** The shapes in which it is sold; empty when they are unknown. */
  forms: readonly string[];
}

export interface KnownSubstance {
  code: string;
  effects: readonly string[];
}

/** The subject of a rule; any of the lists is enough. */
export interface Target {
  items: readonly string[];
  substances: readonly string[];
  effects: readonly string[];
  forms: readonly string[];
}

export interface Rule {
  code: string;
  level: 'stop' | 'ask';
  say: string;
  /** Code of a reference. */
  source: string;
}

/** Whether a rule applies to a medicine. A rule by form applies when the medicine comes in no other form. */
export function meets(target: Target, medicine: Medicine, substances: readonly KnownSubstance[]): boolean {
  const { code, forms } = medicine;
  return (
    (code !== undefined && target.items.includes(code)) ||
    (forms.length > 0 && forms.every((form) => target.forms.includes(form))) ||
    holds(target, medicine, substances)
  );
}

/** Whether a medicine holds one of the substances, or one of these effects. */
export function holds(
  { substances: wanted, effects }: Pick<Target, 'substances' | 'effects'>,
  { ingredients }: Medicine,
  substances: readonly KnownSubstance[],
): boolean {
  return (
    ingredients.some((code) => wanted.includes(code)) ||
    effectsOf(ingredients, substances).some((effect) => effects.includes(effect))
  );
}

/** The combined effect of some substances. */
export function effectsOf(ingredients: readonly string[], substances: readonly KnownSubstance[]): string[] {
  const met = substances.filter(({ code }) => ingredients.includes(code));
  return [...new Set(met.flatMap(({ effects }) => effects))];
}

/** Puts rules that forbid before rules that ask, and keeps their order otherwise. */
export function strictestFirst<Kind extends Rule>(rules: readonly Kind[]): Kind[] {
  return [...rules.filter(({ level }) => level === 'stop'), ...rules.filter(({ level }) => level === 'ask')];
}
