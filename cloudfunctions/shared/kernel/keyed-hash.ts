import { createHmac } from 'node:crypto';

/** A keyed hash of several parts, joined so that no two lists of parts give the same text. */
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
