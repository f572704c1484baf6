import type { IncomingMessage } from 'node:http';
import type { Service } from './actions';
import { ApiError } from './api-error';
import { databaseActions } from './database-actions';
import type { Deployed } from './deployed';
import { environmentActions } from './environment-actions';
import { functionActions } from './function-actions';
import { refusedSignature } from './tc3-signature';

/** The account's keys, with which every request must be signed. */
export interface Keys {
  secretId: string;
  secretKey: string;
}

export interface ApiCall {
  request: IncomingMessage;
  host: string;
  action: string;
  body: Buffer;
}

export const apiDomain = 'tencentcloudapi.com';

const services: Record<string, Service> = {
  tcb: { version: '2018-06-08', actions: { ...environmentActions, ...databaseActions } },
  scf: { version: '2018-04-16', actions: functionActions },
};

/**
 * Checks service, signature, action, version and environment, then performs the action. Answers the fields of
 * `Response`; throws `ApiError`.
 */
export function perform(
  { request, host, action, body }: ApiCall,
  deployed: Deployed,
  { secretId, secretKey }: Keys,
): Record<string, unknown> {
  const serviceName = host.slice(0, host.indexOf('.'));
  const service = Object.hasOwn(services, serviceName) ? services[serviceName] : undefined;
  if (service === undefined || host !== `${serviceName}.${apiDomain}`)
    throw new ApiError('UnsupportedOperation', `The local cloud API has no service ${host}.`);
  const { method = '', url = '', headers } = request;
  const secretKeys = { [secretId]: secretKey };
  const rules = { service: serviceName, host, secretKeys, nowMs: Date.now() };
  const refusal = refusedSignature({ method, url, headers, body }, rules);
  if (refusal) throw new ApiError(refusal.code, refusal.message);
  const act = Object.hasOwn(service.actions, action) ? service.actions[action] : undefined;
  if (act === undefined)
    throw new ApiError('InvalidAction', `The request action=\`${action}\` is invalid or not found.`);
  if (headers['x-tc-version'] !== service.version)
    throw new ApiError('NoSuchVersion', `The API version of ${action} is ${service.version}.`);
  const parameters = parametersIn(body);
  const named = parameters.EnvId ?? parameters.Namespace;
  if (named !== undefined && named !== deployed.envId)
    throw new ApiError('ResourceNotFound', `There is no environment ${String(named)}.`);
  return act(deployed, parameters);
}

function parametersIn(body: Buffer): Record<string, unknown> {
  try {
    const given: unknown = JSON.parse(body.toString('utf8'));
    if (typeof given === 'object' && given !== null) return given as Record<string, unknown>;
  } catch {
    // This case is answered below.
  }
  throw new ApiError('InvalidRequest', 'The request body is not a JSON object.');
}
