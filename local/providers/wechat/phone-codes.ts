import { randomBytes } from 'node:crypto';
import { failed, ok, type WechatAnswer } from './answer';

/** Codes that `<button open-type="getPhoneNumber">` hands out, each for one exchange within five minutes. */
export interface PhoneCodes {
  issue(phone: string): string;
  /** `phonenumber.getPhoneNumber`. */
  exchange(code: unknown): WechatAnswer;
}

const VALID_MS = 5 * 60_000;

export function createPhoneCodes({ now, appid }: { now(): number; appid: string }): PhoneCodes {
  const issued = new Map<string, { phone: string; atMs: number }>();
  return {
    issue(phone) {
      for (const [code, { atMs }] of issued) if (now() - atMs > VALID_MS) issued.delete(code);
      const code = randomBytes(32).toString('hex');
      issued.set(code, { phone, atMs: now() });
      return code;
    },
    exchange(code) {
      if (typeof code !== 'string' || code === '') return failed(47001, 'data format error');
      const entry = issued.get(code);
      issued.delete(code);
      if (!entry || now() - entry.atMs > VALID_MS) return failed(40029, 'invalid code');
      return ok({
        phone_info: {
          phoneNumber: entry.phone,
          purePhoneNumber: entry.phone,
          countryCode: '86',
          watermark: { timestamp: Math.floor(now() / 1000), appid },
        },
      });
    },
  };
}
