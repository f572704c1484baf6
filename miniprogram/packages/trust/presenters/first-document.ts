import { kindOfNumber } from '../../../facts/document-numbers';
import type { DocumentKindCode } from '../../../facts/document-numbers';
import { normalizeIdNumber } from '../../../facts/resident-id';

/** What the form for a resident's ID knows about somebody who goes on to the other documents. */
export interface Visitor {
  /** In the field of the ID number. */
  typed: string;
  /** Whether the register was asked in vain, or the name has a character that cannot be typed. */
  isResident: boolean;
  /** WeChat's own language. */
  wechatLanguage: string;
}

/** The document that most likely is at hand: by the typed number, then by what failed, then by WeChat's language. */
export function firstDocument({ typed, isResident, wechatLanguage }: Visitor): DocumentKindCode {
  const kind = kindOfNumber(normalizeIdNumber(typed));
  if (kind !== undefined) return kind;
  if (isResident) return 'resident';
  return permitOf(wechatLanguage) ?? 'passport';
}

/** A person who writes as in Hong Kong, Macao or Taiwan most likely has no resident's ID. */
export const permitOf = (wechatLanguage: string): DocumentKindCode | undefined =>
  /^zh[_-](?:Hant[_-])?(?:HK|MO)/i.test(wechatLanguage)
    ? 'hk-mo-permit'
    : /^zh[_-](?:Hant|TW)/i.test(wechatLanguage)
      ? 'taiwan-permit'
      : undefined;
