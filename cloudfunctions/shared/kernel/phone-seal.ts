import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Misconfigured } from './misconfigured';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Keys by version, `{ 1: Buffer }`; each 32 bytes. */
export type PhoneKeys = ReadonlyMap<number, Buffer>;

/**
 * The keys of the environment: `PHONE_KEY_V1`, `PHONE_KEY_V2`, … in base64. New phones are sealed with the highest
 * version; older ones stay readable as long as their key is there.
 */
export function phoneKeys(environment: Readonly<Record<string, string | undefined>>): PhoneKeys {
  const keys = new Map<number, Buffer>();
  for (const [name, value] of Object.entries(environment)) {
    const version = /^PHONE_KEY_V(\d+)$/.exec(name)?.[1];
    if (version === undefined || !value) continue;
    const key = Buffer.from(value, 'base64');
    if (key.length !== 32) throw new Misconfigured(`${name} is not 32 bytes in base64`);
    keys.set(Number(version), key);
  }
  if (keys.size === 0) throw new Misconfigured('the environment variable PHONE_KEY_V1 is not set');
  return keys;
}

/** Seals a phone for one account: moved to another account's document it no longer opens. */
export function sealPhone(keys: PhoneKeys, phone: string, account: string): string {
  const version = Math.max(...keys.keys());
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(keys, version), nonce).setAAD(Buffer.from(account));
  const text = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()]);
  return `v${version}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
}

/** Opens a sealed phone. Throws when the key is missing, or the account or a byte differs. */
export function openPhone(keys: PhoneKeys, sealed: string, account: string): string {
  const parts = /^v(\d+)\.(.+)$/.exec(sealed);
  if (!parts?.[1] || !parts[2]) throw new Error('a stored phone is not sealed');
  const bytes = Buffer.from(parts[2], 'base64url');
  const decipher = createDecipheriv(algorithm, keyOf(keys, Number(parts[1])), bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(account))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(nonceBytes + tagBytes)),
      decipher.final(),
    ]).toString();
  } catch (error) {
    throw new Misconfigured(
      `PHONE_KEY_V${parts[1]} does not open a stored phone: it is not the key that sealed it, or the document was changed`,
      { cause: error },
    );
  }
}

function keyOf(keys: PhoneKeys, version: number): Buffer {
  const key = keys.get(version);
  if (!key) throw new Misconfigured(`a stored phone needs PHONE_KEY_V${version}, which is not set`);
  return key;
}
