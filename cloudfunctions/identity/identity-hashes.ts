import { normalizeName } from '../shared/domain/masked-name';
import { holderNumber } from '@facts/document-numbers';
import { keyedId } from '../shared/kernel/keyed-hash';
import { key } from '../shared/kernel/keys';

/** Only the environment's secret key computes these hashes, and no key inverts them. */
const hash = (...parts: string[]): string => keyedId(key('ID_HASH_KEY'), ...parts);

/** The person behind an ID number: the same hash for every account, however the number is typed and the document renewed. */
export const personIdOf = (kind: string, number: string): string =>
  hash('person', kind, holderNumber(kind, number));

export const nameHashOf = (name: string): string => hash('name', normalizeName(name).toUpperCase());

/** The id of an account's document check: one an account. */
export const checkIdOf = (openid: string): string => hash('document-check', openid);

/** An operator at one check of a document, who is found nowhere else by it. */
export const operatorAliasOf = (checkId: string, personId: string): string =>
  hash('operator', checkId, personId);

/** Equal phones have equal hashes, so accounts that share a phone are found without storing the phone readably. */
export const phoneIdOf = (phone: string): string => hash('phone', phone);

/** The id of the document that counts the tries of a person, an account or a phone on one day. */
export const attemptsIdOf = (
  of: 'person' | 'account' | 'phone' | 'pictures' | 'documents',
  id: string,
  day: string,
): string => hash('attempts', of, id, day);
