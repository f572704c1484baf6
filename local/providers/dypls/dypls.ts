import { randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiRequest, ProviderApi } from '../api/api-server';
import { createFlowLimit } from 'cloudbase-local';
import { createUsedOnce } from '../api/used-once';
import { servedActions } from './actions';
import { readRpcParameters, readRpcRequest, rpcWindowMs } from './rpc-signature';
import { DyplsError, type Subscriptions } from './subscriptions';

/**
 * `dyplsapi.aliyuncs.com`, version 2017-05-25. Errors of the gateway have an HTTP status of their own; errors of the
 * product come with 200.
 */
export interface DyplsOptions {
  subscriptions: Subscriptions;
  /** Access key secrets by access key id. */
  accessKeys: Record<string, string>;
  now(): number;
  /** Requests a second, over all actions. */
  requestsPerSecond?: number;
  log(line: string): void;
}

const version = '2017-05-25';
const host = 'dyplsapi.aliyuncs.com';

export function createDypls(options: DyplsOptions): ProviderApi {
  const { subscriptions, accessKeys, now, requestsPerSecond = 5000, log } = options;
  // A time stamp may lie in the future too, so a request stays acceptable for two windows.
  const nonces = createUsedOnce(2 * rpcWindowMs);
  const mayPass = createFlowLimit(requestsPerSecond);
  const actions = Object.keys(servedActions);

  function answer(request: ApiRequest): ApiAnswer {
    const nowMs = now();
    const outcome = readRpcRequest(request, { accessKeys, version: version, actions, nowMs, nonces });
    if ('status' in outcome) return gatewayError(outcome.status, outcome.code, outcome.message);
    const action = servedActions[outcome.action];
    const missing = action?.required.find((name) => !outcome.params[name]);
    if (missing !== undefined)
      return gatewayError(400, `Missing${missing}`, `${missing} is mandatory for this action.`);
    if (!mayPass(nowMs)) return productAnswer('isv.FLOW_LIMIT', '业务流控');
    try {
      return productAnswer('OK', 'OK', action?.run(outcome.params, { subscriptions, nowMs }));
    } catch (error) {
      if (error instanceof DyplsError) return productAnswer(error.code, error.message);
      log(`dypls: ${error instanceof Error ? error.message : String(error)}`);
      return productAnswer('isp.DAO_EXCEPTION', '数据库异常');
    }
  }

  return {
    name: 'dypls',
    actionOf: (request) => readRpcParameters(request).Action ?? '',
    answer,
    errorAnswer: (code, message) => productAnswer(code, message),
    adminViews: { '/bindings': () => ({ bindings: subscriptions.all() }) },
  };
}

function productAnswer(Code: string, Message: string, fields: Record<string, unknown> = {}): ApiAnswer {
  return { status: 200, body: { Code, Message, RequestId: requestId(), ...fields } };
}

function gatewayError(status: number, Code: string, Message: string): ApiAnswer {
  return { status, body: { Code, Message, RequestId: requestId(), HostId: host } };
}

function requestId(): string {
  return randomUUID().toUpperCase();
}
