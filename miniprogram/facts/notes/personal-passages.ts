import type { Finding, FindingKind } from './finding';
import { readPassages } from './passages';

/** The passages of a text that lead to a person: for texts that only the operators read, who may hear of money and medicines. */
export const personalPassages = (text: string): Finding[] =>
  readPassages(text).filter(({ kind }) => personalKinds.has(kind));

const personalKinds: ReadonlySet<FindingKind> = new Set([
  'mobile',
  'landline',
  'wechat',
  'qq',
  'email',
  'number',
  'house-number',
]);
