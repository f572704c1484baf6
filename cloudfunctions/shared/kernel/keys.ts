import { Misconfigured } from './misconfigured';
import { secret } from './secret';

/** Names of the keys that are made by chance: data is found or sealed with them. */
const ofKey = /^(ID_HASH_KEY|MODERATION_KEY|PHONE_KEY_V\d+)$/;
const keyBytes = 32;

/** A key of the function's environment. Throws where it is missing, or shorter than its hashes are safe with. */
export function key(name: 'ID_HASH_KEY' | 'MODERATION_KEY'): string {
  const value = secret(name);
  if (!isKey(value)) throw new Misconfigured(fault(name));
  return value;
}

/** What is wrong with the keys that an environment has, by name and never by value. */
export const keyFaults = (environment: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(environment).flatMap(([name, value]) =>
    ofKey.test(name) && value && !isKey(value) ? [fault(name)] : [],
  );

const isKey = (value: string): boolean => Buffer.from(value, 'base64').length === keyBytes;

const fault = (name: string): string => `${name} is not ${keyBytes} bytes in base64`;
