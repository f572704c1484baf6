import { randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiRequest, ProviderApi } from '../api/api-server';
import { createFlowLimit, refusedSignature, tc3WindowMs } from 'cloudbase-local';
import { createUsedOnce } from '../api/used-once';
import type { Register } from '../../people/register';
import { checks, type CheckDefinition } from './checks';
import { createUsage } from './usage';

/** `faceid.tencentcloudapi.com`, version 2018-03-01. Every answer has HTTP 200; errors are inside `Response`. */
export interface FaceIdOptions {
  register: Register;
  /** Secret key by secret id. */
  secretKeys: Record<string, string>;
  now(): number;
  /** Requests a second, over all actions; the default is the product's own. */
  requestsPerSecond?: number;
  /** Checks of one ID number a day before "-7" (or "-12") is answered. */
  checksPerIdPerDay?: number;
}

const host = 'faceid.tencentcloudapi.com';
const version = '2018-03-01';

export function createFaceId(options: FaceIdOptions): ProviderApi {
  const { register, secretKeys, now, requestsPerSecond = 100, checksPerIdPerDay = 10 } = options;
  // A time stamp may also lie in the future, so a request stays acceptable for two windows.
  const used = createUsedOnce(2 * tc3WindowMs);
  const usage = createUsage(checksPerIdPerDay);
  const mayPass = createFlowLimit(requestsPerSecond);
  const actionOf = ({ headers }: ApiRequest) => String(headers['x-tc-action'] ?? '');

  function answer(request: ApiRequest): ApiAnswer {
    const nowMs = now();
    const action = actionOf(request);
    const refusal = refusedSignature(request, { service: 'faceid', host: host, secretKeys, nowMs, used });
    if (refusal) return error(refusal.code, refusal.message);
    const definition = Object.hasOwn(checks, action) ? checks[action] : undefined;
    if (!definition)
      return error('InvalidAction', `The request action=\`${action}\` is invalid or not found.`);
    if (request.headers['x-tc-version'] !== version)
      return error('NoSuchVersion', `The API version of ${action} is ${version}.`);
    if (!mayPass(nowMs))
      return error(
        'RequestLimitExceeded',
        `Your current request rate exceeds the limit of ${requestsPerSecond} a second.`,
      );
    const input = readInput(request.body, definition);
    if ('code' in input) return error(input.code, input.message);
    const result = definition.check(input.values, { register, usage, nowMs });
    if (definition.charged.includes(result.Result)) usage.charge(action);
    return respond(result);
  }

  return {
    name: 'faceid',
    actionOf,
    answer,
    /** A numeric code is a result ("-4"); any other code is an error. */
    errorAnswer: (code, message) =>
      /^-?\d+$/.test(code) ? respond({ Result: code, Description: message }) : error(code, message),
    adminViews: { '/usage': () => ({ charged: usage.charged() }) },
  };
}

function readInput(
  body: Buffer,
  { required, optional }: CheckDefinition,
): { values: Record<string, string> } | { code: string; message: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    return { code: 'InvalidParameter', message: 'The body is not valid JSON.' };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { code: 'InvalidParameter', message: 'The body is not a JSON object.' };
  const values = parsed as Record<string, unknown>;
  const unknown = Object.keys(values).find((name) => !required.includes(name) && !optional.includes(name));
  if (unknown !== undefined)
    return { code: 'UnknownParameter', message: `The parameter \`${unknown}\` is not recognized.` };
  const missing = required.find((name) => values[name] === undefined);
  if (missing !== undefined)
    return {
      code: 'MissingParameter',
      message: `The request is missing a required parameter \`${missing}\`.`,
    };
  const wrong = Object.keys(values).find((name) => typeof values[name] !== 'string');
  if (wrong !== undefined)
    return {
      code: 'InvalidParameter',
      message: `The value type of parameter \`${wrong}\` is not valid, it should be String.`,
    };
  return { values: values as Record<string, string> };
}

function respond(fields: Record<string, unknown>): ApiAnswer {
  return { status: 200, body: { Response: { ...fields, RequestId: randomUUID() } } };
}

function error(Code: string, Message: string): ApiAnswer {
  return respond({ Error: { Code, Message } });
}
