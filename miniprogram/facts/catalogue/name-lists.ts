/**
 * The lists in which names are looked up. A campaign is one such object; nothing here depends on where it comes from.
 */
export interface NameLists {
  substances: readonly { code: string; name: string }[];
  catalogue: readonly NamedItem[];
  refusals: readonly NamedRefusal[];
  unlisted: readonly NamedAbsence[];
  symptoms: readonly NamedSymptom[];
}

export interface NamedItem {
  code: string;
  name: string;
  english: string;
  aliases: readonly string[];
  ingredients: readonly string[];
  forms: readonly string[];
  ages: 'adult' | 'child' | 'all';
  symptoms: readonly string[];
}

/** Things that may not be given away. */
export interface NamedRefusal {
  about: string;
  names: readonly string[];
  searchWords: readonly string[];
  reason: string;
  instead: readonly string[];
}

/** Things that are known and not listed. */
export interface NamedAbsence {
  names: readonly string[];
  reason: string;
  nearest: readonly string[];
}

export interface NamedSymptom {
  code: string;
  names: readonly string[];
}

/** The meaning of one name. */
export type Meaning =
  | { kind: 'item'; code: string }
  | { kind: 'refusal'; refusal: NamedRefusal }
  | { kind: 'absence'; absence: NamedAbsence }
  | { kind: 'symptom'; code: string };
