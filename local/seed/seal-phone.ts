import { createCipheriv, randomBytes } from 'node:crypto';

/**
 * Seals a phone as the functions do (`phone-seal.ts` of their kernel): version of the key, then nonce, tag and text of
 * AES-256-GCM, bound to the account that it belongs to. `key` is `PHONE_KEY_V1` of the data folder, 32 bytes in base64.
 */
export function sealPhone(key: string, phone: string, account: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce).setAAD(
    Buffer.from(account),
  );
  const text = Buffer.concat([cipher.update(phone), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
}
