import type { Random } from './random';

/**
 * Fills the slots ({age}, {thing} …) of a phrase. Throws for a slot without a value, because the phrase is then wrong.
 */
export function fill(phrase: string, slots: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot];
    if (value === undefined) throw new Error(`nothing fills {${slot}} in ${phrase}`);
    return value;
  });
}

/**
 * Joins phrases as people do: mostly with commas, sometimes with a full stop or a space, often with nothing at the end.
 */
export function joinPhrases(phrases: readonly string[], random: Random): string {
  const said = phrases.filter((phrase) => phrase !== '');
  const comma = random.pick([',', ',', ',', ',', ' ', '。', ',']);
  return said.join(comma) + random.pick(['', '', '', '。', '!', '🙏', '']);
}

/** Numbers that the situations mention. One household keeps one set. */
export function householdSlots(random: Random): Record<string, string> {
  return {
    age: String(random.between(62, 91)),
    years: String(random.between(1, 12)),
    days: String(random.between(12, 88)),
    months: String(random.between(3, 11)),
    weeks: String(random.between(6, 39)),
    many: random.pick(['三', '四', '五', '六']),
    people: random.pick(['三', '四', '五', '六']),
    temp: (37.6 + random.unit() * 2.2).toFixed(1),
  };
}
