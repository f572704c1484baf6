import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** A sealed file: nonce, ciphertext, tag, by AES-256-GCM. */
const [nonceBytes, tagBytes] = [12, 16];
export const sealKeyBytes = 32;

/**
 * Writes a file sealed. `name` is sealed with it, so that one file cannot take another's place.
 * @param key 32 bytes
 */
export async function sealFile(from: string, to: string, name: string, key: Buffer): Promise<void> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
  await pipeline(
    createReadStream(from),
    cipher,
    async function* sealed(chunks: AsyncIterable<Buffer>) {
      yield nonce;
      yield* chunks;
      yield cipher.getAuthTag();
    },
    createWriteStream(to, { mode: 0o600 }),
  );
}

/** Opens a sealed file. Throws an Error with a sentence when the key is another one or the file was changed. */
export async function openSealedFile(from: string, to: string, name: string, key: Buffer): Promise<void> {
  const end = statSync(from).size - tagBytes;
  const damaged = new Error(`${from} cannot be opened: it is damaged, or the keys are another backup's`);
  if (end < nonceBytes) throw damaged;
  const decipher = createDecipheriv('aes-256-gcm', key, bytesAt(from, 0, nonceBytes))
    .setAAD(Buffer.from(name))
    .setAuthTag(bytesAt(from, end, tagBytes));
  // A stream cannot begin and end at the same byte.
  const content = end === nonceBytes ? [] : createReadStream(from, { start: nonceBytes, end: end - 1 });
  try {
    await pipeline(content, decipher, createWriteStream(to, { mode: 0o600 }));
  } catch (error) {
    throw isCipherFault(error) ? damaged : error;
  }
}

/** OpenSSL gives a wrong tag no code. */
const isCipherFault = (error: unknown): boolean => /unable to authenticate/i.test(String(error));

function bytesAt(file: string, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const open = openSync(file, 'r');
  try {
    readSync(open, bytes, 0, length, position);
  } finally {
    closeSync(open);
  }
  return bytes;
}
