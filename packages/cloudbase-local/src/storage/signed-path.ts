import { createHmac, timingSafeEqual } from 'node:crypto';

export type SignedMethod = 'GET' | 'PUT';

/** Signs permission to read or write a path until a moment (seconds since 1970), and checks it. */
export interface PathSigner {
  sign(method: SignedMethod, path: string, expiresAtSeconds: number): string;
  verify(method: SignedMethod, path: string, expiresAtSeconds: number, signature: string): boolean;
}

export function createPathSigner(key: string): PathSigner {
  const sign: PathSigner['sign'] = (method, path, expiresAtSeconds) =>
    createHmac('sha256', key).update(`${method}\n${expiresAtSeconds}\n${path}`).digest('hex');
  return {
    sign,
    verify(method, path, expiresAtSeconds, signature) {
      const expected = Buffer.from(sign(method, path, expiresAtSeconds));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
