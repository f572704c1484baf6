import fc from 'fast-check';
import { openPhone, phoneKeys, sealPhone } from './phone-seal';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const first = phoneKeys({ PHONE_KEY_V1: key(1) });
const both = phoneKeys({ PHONE_KEY_V1: key(1), PHONE_KEY_V2: key(2) });

describe('a sealed phone', () => {
  test('opens for its account, and never gives the same text twice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), fc.string({ minLength: 1 }), (phone, account) => {
        const sealed = sealPhone(first, phone, account);
        expect(openPhone(first, sealed, account)).toBe(phone);
        expect(sealed).not.toContain(phone);
        expect(sealPhone(first, phone, account)).not.toBe(sealed);
      }),
    );
  });

  test('does not open in the document of another account', () => {
    expect(() => openPhone(first, sealPhone(first, '13800000000', 'a'), 'b')).toThrow();
  });

  test('does not open when a byte was changed', () => {
    const sealed = sealPhone(first, '13800000000', 'a');
    const last = sealed.at(-1) === 'A' ? 'B' : 'A';
    expect(() => openPhone(first, sealed.slice(0, -5) + last.repeat(5), 'a')).toThrow();
  });

  test('new ones take the highest version, old ones stay readable', () => {
    const old = sealPhone(first, '13800000000', 'a');
    expect(openPhone(both, old, 'a')).toBe('13800000000');
    expect(sealPhone(both, '13800000000', 'a')).toMatch(/^v2\./);
  });

  test('a missing or a short key is reported by its name', () => {
    const sealed = sealPhone(both, '13800000000', 'a');
    expect(() => openPhone(first, sealed, 'a')).toThrow('PHONE_KEY_V2');
    expect(() => phoneKeys({})).toThrow('PHONE_KEY_V1');
    expect(() => phoneKeys({ PHONE_KEY_V1: 'c2hvcnQ=' })).toThrow('PHONE_KEY_V1 is not 32 bytes');
  });
});
