import { randomBytes } from 'node:crypto';
import { failed, ok, type WechatAnswer } from './answer';

/** What `<button open-type="getPhoneNumber">` gives for the number; each is valid for five minutes. */
export interface PhoneCodes {
  /** A code for one exchange. */
  issue(phone: string): string;
  /** `phonenumber.getPhoneNumber`. */
  exchange(code: unknown): WechatAnswer;
  issueCloudId(phone: string): string;
  /** The open data of a cloud id; undefined when it was never issued or has expired. */
  openData(cloudId: string): Record<string, unknown> | undefined;
}

const validMs = 5 * 60_000;

export function createPhoneCodes({ now, appid }: { now(): number; appid: string }): PhoneCodes {
  const codes = createShortLived(now);
  const cloudIds = createShortLived(now);
  const phoneInfo = (phone: string) => ({
    phoneNumber: phone,
    purePhoneNumber: phone,
    countryCode: '86',
    watermark: { timestamp: Math.floor(now() / 1000), appid },
  });
  return {
    issue: codes.issue,
    exchange(code) {
      if (typeof code !== 'string' || code === '') return failed(47001, 'data format error');
      const phone = codes.phoneOf(code);
      codes.forget(code);
      return phone === undefined ? failed(40029, 'invalid code') : ok({ phone_info: phoneInfo(phone) });
    },
    issueCloudId: cloudIds.issue,
    openData(cloudId) {
      const phone = cloudIds.phoneOf(cloudId);
      return phone === undefined ? undefined : phoneInfo(phone);
    },
  };
}

/** Phone numbers under unguessable names, each for a limited time. */
function createShortLived(now: () => number) {
  const issued = new Map<string, { phone: string; atMs: number }>();
  const old = ({ atMs }: { atMs: number }) => now() - atMs > validMs;
  return {
    issue(phone: string): string {
      for (const [name, entry] of issued) if (old(entry)) issued.delete(name);
      const name = randomBytes(32).toString('hex');
      issued.set(name, { phone, atMs: now() });
      return name;
    },
    phoneOf(name: string): string | undefined {
      const entry = issued.get(name);
      return entry && !old(entry) ? entry.phone : undefined;
    },
    forget: (name: string): boolean => issued.delete(name),
  };
}
