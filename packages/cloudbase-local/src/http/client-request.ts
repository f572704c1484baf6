import type { IncomingMessage } from 'node:http';
import { refusedAsForeign } from './request-origin';

/** The caller's openid, or why the platform's own client could not have sent the request. */
export type ClientRequest = { openid: string } | { status: 400 | 403 | 405; reason: string };

const openidPattern = /^[\w-]{1,128}$/;

export function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && openidPattern.test(value);
}

/**
 * Reads the header `x-wx-openid` of a client's POST. Pages of other sites are refused.
 * @param posted the service's answer to another method
 * @param visitors whether the header may be missing: `openid` is then empty
 */
export function readClientRequest(
  request: IncomingMessage,
  { posted, visitors }: { posted: string; visitors: boolean },
): ClientRequest {
  const refusal = refusedAsForeign(request, { pagesAllowed: 'same-origin' });
  if (refusal !== undefined) return { status: 403, reason: refusal };
  if (request.method !== 'POST') return { status: 405, reason: posted };
  const openid = String(request.headers['x-wx-openid'] ?? '');
  if (isOpenid(openid) || (visitors && openid === '')) return { openid };
  return { status: 400, reason: 'the header x-wx-openid is not an openid' };
}
