import { normalizeName } from '../shared/domain/masked-name';
import { normalizeIdNumber } from '@facts/resident-id';
import { keyedHash } from '../shared/kernel/keyed-hash';
import { secret } from '../shared/kernel/secret';

/** Nothing but the key of the environment turns a number into these, and nothing turns them back. */
const hash = (...parts: string[]): string =>
  keyedHash(secret('ID_HASH_KEY'), ...parts)
    .toString('hex')
    .slice(0, 32);

/** The human being behind a document: the same for every account, and for every way the number is typed. */
export const personIdOf = (kind: string, number: string): string =>
  hash('person', kind, normalizeIdNumber(number));

export const nameHashOf = (name: string): string => hash('name', normalizeName(name).toUpperCase());

/** Where an account's document check lies: one an account. */
export const checkIdOf = (openid: string): string => hash('document-check', openid);

/** Where the tries of a person or an account on one day are counted. */
export const attemptsIdOf = (of: 'person' | 'account', id: string, day: string): string =>
  hash('attempts', of, id, day);
