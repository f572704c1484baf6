import { createHash } from 'node:crypto';

/** Mobile numbers of invented people: 190 and eight digits. */
const prefix = '190';

/** The mobile number of the phone with a WeChat account, always the same for one openid. */
export function inventPhone(openid: string): string {
  const digest = createHash('sha256').update(`mobile:${openid}:0`).digest();
  return `${prefix}${String(digest.readUIntBE(0, 6) % 100_000_000).padStart(8, '0')}`;
}
