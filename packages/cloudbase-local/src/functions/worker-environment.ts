import type { Invocation } from '../client/caller';
import type { FunctionDefinition } from './function-definition';

/** The mini-program that calls; the real platform would give its app id. */
export const localAppid = 'wx0000000000000000';

/**
 * Variables of an instance, as SCF sets them. They alone lead the unmodified SDKs to the local gateway, because both
 * SDKs read `TCB_CONTEXT_CNFG` for the address before they use the public host.
 */
export function instanceEnvironment(
  definition: FunctionDefinition,
  envId: string,
  gatewayUrl: string,
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: envId,
    SCF_FUNCTIONNAME: definition.name,
    TCB_ENV: envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: gatewayUrl }),
    _SCF_TCB_LOG: '1',
    ...definition.environment,
  };
}

/** Variables of one invocation: the caller, and the token with which nested calls keep that caller's identity. */
export function invocationEnvironment(
  { requestId, caller, token }: Pick<Invocation, 'requestId' | 'caller' | 'token'>,
  envId: string,
): Record<string, string> {
  const timer = caller.source === 'wx_trigger';
  return {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_CLIENTIP,WX_API_TOKEN',
    WX_OPENID: caller.openid,
    WX_APPID: localAppid,
    WX_UNIONID: '',
    WX_CLIENTIP: '127.0.0.1',
    WX_API_TOKEN: token,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID',
    TCB_ENV: envId,
    TCB_SOURCE: caller.source,
    TCB_SEQID: requestId,
    ...(timer ? { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token } : {}),
  };
}

/** What the second argument of a handler says of its function; an invocation adds its id and its variables. */
export function functionContext(definition: FunctionDefinition, envId: string): Record<string, unknown> {
  return {
    function_name: definition.name,
    function_version: '$LATEST',
    namespace: envId,
    memory_limit_in_mb: definition.memoryMb,
    time_limit_in_ms: definition.timeoutSeconds * 1000,
    tencentcloud_region: 'ap-shanghai',
    tencentcloud_appid: '1300000000',
  };
}
