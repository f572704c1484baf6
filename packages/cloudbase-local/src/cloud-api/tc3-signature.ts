import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface SignedRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Checks a request's TC3-HMAC-SHA256 signature as Tencent Cloud's API 3.0 describes it
 * (cloud.tencent.com/document/api/1007/31323).
 */
export interface Tc3Rules {
  /** The first label of the host name, such as `faceid`. */
  service: string;
  host: string;
  /** Secret keys by secret id. */
  secretKeys: Record<string, string>;
  nowMs: number;
  /** Remembers signatures for as long as their time stamp is acceptable. Without it a replay passes. */
  used?: { use(signature: string, nowMs: number): boolean };
}

export interface Tc3Refusal {
  code: string;
  message: string;
}

/** How far a request's time may differ from the server's. */
export const tc3WindowMs = 5 * 60_000;

const authorizationPattern =
  /^TC3-HMAC-SHA256 Credential=([^/\s]+)\/([^/\s]+)\/([^/\s]+)\/tc3_request, ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;

/** The reason for refusing a request; undefined when its signature is valid. */
export function refusedSignature(request: SignedRequest, rules: Tc3Rules): Tc3Refusal | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined)
    return refusal('MissingParameter', 'The request is missing a required header `Authorization`.');
  const parts = authorizationPattern.exec(authorization);
  if (!parts)
    return refusal(
      'AuthFailure.InvalidAuthorization',
      'The header `Authorization` is not of the form that TC3-HMAC-SHA256 asks for.',
    );
  const [, secretId = '', date = '', service = '', signedHeaders = '', signature = ''] = parts;
  const stamp = header(request, 'x-tc-timestamp');
  if (!/^\d{1,11}$/.test(stamp))
    return refusal('MissingParameter', 'The request is missing a required header `X-TC-Timestamp`.');
  const secretKey = Object.hasOwn(rules.secretKeys, secretId) ? rules.secretKeys[secretId] : undefined;
  if (secretKey === undefined)
    return refusal(
      'AuthFailure.SecretIdNotFound',
      'The SecretId is not found, please ensure that your SecretId is correct.',
    );
  const stampMs = Number(stamp) * 1000;
  // The SDK rounds the time down to whole seconds.
  if (
    Math.abs(rules.nowMs - stampMs) > tc3WindowMs + 999 ||
    date !== new Date(stampMs).toISOString().slice(0, 10)
  )
    return refusal(
      'AuthFailure.SignatureExpire',
      'The request has expired: its time differs from the server’s by more than five minutes.',
    );
  const names = signedHeaders.split(';');
  if (
    service !== rules.service ||
    header(request, 'host') !== rules.host ||
    !names.includes('host') ||
    !names.includes('content-type')
  )
    return wrongSignature();
  const expected = sign(request, { secretKey, stamp, date, service, names });
  if (!sameText(expected, signature)) return wrongSignature();
  // TC3 signs whole seconds and no nonce, so a replay and an honest repetition within a second are the same bytes. Both
  // are refused, with a code on which an honest client tries again.
  if (rules.used?.use(signature, rules.nowMs) === false)
    return refusal('RequestLimitExceeded', 'The request has been sent before.');
  return undefined;
}

function sign(
  request: SignedRequest,
  by: { secretKey: string; stamp: string; date: string; service: string; names: string[] },
): string {
  const [path = '/', query = ''] = request.url.split('?');
  const canonical = [
    request.method,
    path,
    query,
    ...by.names.map((name) => `${name}:${header(request, name)}`),
    '',
    by.names.join(';'),
    createHash('sha256').update(request.body).digest('hex'),
  ].join('\n');
  const toSign = [
    'TC3-HMAC-SHA256',
    by.stamp,
    `${by.date}/${by.service}/tc3_request`,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const key = [by.date, by.service, 'tc3_request'].reduce<string | Buffer>(hmac, `TC3${by.secretKey}`);
  return hmac(key, toSign).toString('hex');
}

/** Compares in constant time, because a timing would reveal how much of a guess is right. */
function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function header(request: SignedRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value.trim() : '';
}

function wrongSignature(): Tc3Refusal {
  return refusal(
    'AuthFailure.SignatureFailure',
    'The provided credentials could not be validated. Please check your signature is correct.',
  );
}

function refusal(code: string, message: string): Tc3Refusal {
  return { code, message };
}
