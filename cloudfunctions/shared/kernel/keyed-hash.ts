import { createHmac } from 'node:crypto';

/** A keyed hash of several parts, so joined that no two lists of parts read the same. */
export function keyedHash(key: string, ...parts: string[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(`${Buffer.byteLength(part)}:${part}`);
  return mac.digest();
}

/** A document's id that follows from these parts: 128 bits as 32 hexadecimal digits. */
export const keyedId = (key: string, ...parts: string[]): string =>
  keyedHash(key, ...parts)
    .toString('hex')
    .slice(0, 32);

/** Four numbers in [0, 1) from the first 24 bytes of a hash. */
export const fractions = (hash: Buffer): [number, number, number, number] => [
  hash.readUIntBE(0, 6) / 2 ** 48,
  hash.readUIntBE(6, 6) / 2 ** 48,
  hash.readUIntBE(12, 6) / 2 ** 48,
  hash.readUIntBE(18, 6) / 2 ** 48,
];
