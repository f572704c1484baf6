import { createHmac } from 'node:crypto';
import type { ApiRequest } from '../api/api-server';
import { sameText } from '../api/same-text';
import type { UsedOnce } from '../api/used-once';

/**
 * Checks a request of Alibaba Cloud's RPC style, signed with HMAC-SHA1
 * (help.aliyun.com/zh/sdk/product-overview/rpc-mechanism).
 */
export interface RpcRules {
  /** Access key secrets by access key id. */
  accessKeys: Record<string, string>;
  version: string;
  actions: readonly string[];
  nowMs: number;
  nonces: UsedOnce;
}

export type RpcOutcome =
  | { action: string; params: Record<string, string> }
  /** An error of the gateway, which answers before the product sees the request. */
  | { status: number; code: string; message: string };

/** How far a request's time may differ from the server's. */
export const rpcWindowMs = 15 * 60_000;

const signedParameters = [
  'AccessKeyId',
  'Signature',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'Timestamp',
];
const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export function readRpcRequest(request: ApiRequest, rules: RpcRules): RpcOutcome {
  if (request.method !== 'POST')
    return refusal(405, 'UnsupportedHTTPMethod', 'This http method is not supported.');
  const params = readRpcParameters(request);
  const missing = signedParameters.find((name) => !params[name]);
  if (missing !== undefined)
    return refusal(
      400,
      'MissingParameter',
      `The input parameter "${missing}" that is mandatory for processing this request is not supplied.`,
    );
  const { AccessKeyId = '', Signature = '', SignatureNonce = '', Timestamp = '', Action = '' } = params;
  const secret = Object.hasOwn(rules.accessKeys, AccessKeyId) ? rules.accessKeys[AccessKeyId] : undefined;
  if (secret === undefined)
    return refusal(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
  const atMs = timestamp.test(Timestamp) ? Date.parse(Timestamp) : NaN;
  if (Number.isNaN(atMs))
    return refusal(
      400,
      'InvalidTimeStamp.Format',
      'Specified time stamp or date value is not well formatted.',
    );
  // Clients round the time down to whole seconds.
  if (Math.abs(rules.nowMs - atMs) > rpcWindowMs + 999)
    return refusal(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
  if (params.SignatureMethod !== 'HMAC-SHA1' || params.SignatureVersion !== '1.0')
    return refusal(
      400,
      'InvalidParameter',
      'The specified parameter "SignatureMethod" or "SignatureVersion" is not valid.',
    );
  const toSign = stringToSign(request.method, params);
  // The real gateway repeats the signed string too, phone numbers included: clients must not log this message.
  if (!sameText(createHmac('sha1', `${secret}&`).update(toSign).digest('base64'), Signature))
    return refusal(
      400,
      'SignatureDoesNotMatch',
      `Specified signature is not matched with our calculation. server string to sign is:${toSign}`,
    );
  if (!rules.nonces.use(`${AccessKeyId} ${SignatureNonce}`, rules.nowMs))
    return refusal(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.');
  if (params.Version !== rules.version)
    return refusal(400, 'InvalidVersion', 'Specified parameter Version is not valid.');
  if (!rules.actions.includes(Action))
    return refusal(
      404,
      'InvalidAction.NotFound',
      'Specified api is not found, please check your url and method.',
    );
  return { action: Action, params };
}

/** Merges the parameters of the query and of the form. */
export function readRpcParameters({ url, body }: ApiRequest): Record<string, string> {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  return Object.fromEntries([...query, ...new URLSearchParams(body.toString('utf8'))]);
}

function stringToSign(method: string, params: Record<string, string>): string {
  const sorted = Object.keys(params)
    .filter((name) => name !== 'Signature')
    .sort()
    .map((name) => `${percentEncode(name)}=${percentEncode(params[name] ?? '')}`);
  return `${method}&%2F&${percentEncode(sorted.join('&'))}`;
}

/** RFC 3986 leaves only letters, digits and -._~ unescaped. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function refusal(status: number, code: string, message: string): RpcOutcome {
  return { status, code, message };
}
