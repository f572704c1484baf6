/** The kinds of passages that a note on a public board must not contain. */
export type FindingKind =
  | 'mobile'
  | 'landline'
  | 'wechat'
  | 'qq'
  | 'account'
  | 'email'
  | 'number'
  | 'link'
  | 'mini-program'
  | 'group'
  | 'elsewhere'
  | 'price'
  | 'payment'
  | 'red-packet'
  | 'sale'
  | 'bulk'
  | 'barter'
  | 'house-number'
  | 'compound'
  | 'dealing'
  | 'identity-request'
  | 'medicine-offered'
  | 'medicine-asked';

/**
 * The consequence of a finding. `ask`: the form asks once, and the note may be published as it is. `remove`: the author
 * is helped to take it out. `doubt`: a person should look. `refuse`: never on a board.
 */
export type Weight = 'ask' | 'remove' | 'doubt' | 'refuse';

const weights: Readonly<Record<FindingKind, Weight>> = {
  mobile: 'remove',
  landline: 'remove',
  wechat: 'remove',
  qq: 'remove',
  account: 'remove',
  email: 'remove',
  number: 'doubt',
  link: 'refuse',
  'mini-program': 'refuse',
  group: 'refuse',
  elsewhere: 'doubt',
  price: 'refuse',
  payment: 'refuse',
  'red-packet': 'refuse',
  sale: 'refuse',
  bulk: 'doubt',
  dealing: 'doubt',
  barter: 'refuse',
  'house-number': 'remove',
  compound: 'ask',
  'identity-request': 'refuse',
  'medicine-offered': 'refuse',
  'medicine-asked': 'refuse',
};

export const weightOf = (kind: FindingKind): Weight => weights[kind];

/** Whether a finding keeps a note from the board until it is taken out. */
export const blocks = ({ kind }: Pick<Finding, 'kind'>): boolean => weights[kind] !== 'ask';

/** A passage of the note as the author typed it: UTF-16 positions, `end` exclusive. */
export interface Finding {
  kind: FindingKind;
  start: number;
  end: number;
  /** Why a medicine may not be passed on, in the campaign's words. */
  reason?: string;
}

/** Medicines that may not be passed on, and the sentence with the reason: the campaign's own list. */
export interface RefusedMedicines {
  names: readonly string[];
  reason: string;
}

export interface NoteContext {
  board: 'need' | 'spare';
  refusals: readonly RefusedMedicines[];
  /** Everyday words of this emergency: a clause with one of them is no dealer's by its tone alone. */
  plainWords?: readonly string[];
}

/**
 * `publish`: nothing against it. `remove-first`: contact details or a house number, which one tap removes. `doubtful`:
 * a person should look first. `refuse`: it sells, asks for money or identity, or passes on a forbidden medicine.
 */
export type Verdict = 'publish' | 'remove-first' | 'doubtful' | 'refuse';

export interface NoteReading {
  verdict: Verdict;
  /** In the order of the text; they do not overlap. */
  findings: Finding[];
}
