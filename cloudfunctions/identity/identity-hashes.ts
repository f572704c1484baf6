import { normalizeName } from '../shared/domain/masked-name';
import { normalizeIdNumber } from '@facts/resident-id';
import { keyedId } from '../shared/kernel/keyed-hash';
import { secret } from '../shared/kernel/secret';

/** Only the environment's key turns a number into these, and nothing turns them back. */
const hash = (...parts: string[]): string => keyedId(secret('ID_HASH_KEY'), ...parts);

/** The human being behind a document: the same for every account, and for every way the number is typed. */
export const personIdOf = (kind: string, number: string): string =>
  hash('person', kind, normalizeIdNumber(number));

export const nameHashOf = (name: string): string => hash('name', normalizeName(name).toUpperCase());

/** The id of an account's document check: one an account. */
export const checkIdOf = (openid: string): string => hash('document-check', openid);

/** Two accounts with one phone are found by it, and the phone is not. */
export const phoneIdOf = (phone: string): string => hash('phone', phone);

/** The id of the document that counts the tries of a person, an account or a phone on one day. */
export const attemptsIdOf = (
  of: 'person' | 'account' | 'phone' | 'pictures',
  id: string,
  day: string,
): string => hash('attempts', of, id, day);
