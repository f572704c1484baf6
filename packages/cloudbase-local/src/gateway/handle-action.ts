import { type Database, PlatformError } from 'sqlite-document-database';
import type { FunctionHost } from '../functions/function-host';
import type { ActionContext, ActionHandler } from './action-handler';
import { watchOperations, type DatabaseOperation } from './watch-operations';

export interface ActionParts {
  host: FunctionHost;
  database: Database;
  onOperation?(operation: DatabaseOperation): void;
  log(line: string): void;
}

/** The actions of database and functions. The gateway itself adds those of storage and open API. */
export function createActionHandler({ host, database, onOperation, log }: ActionParts): ActionHandler {
  const handleDatabase = watchOperations(database, onOperation);
  return async (action, body, context) => {
    if (action.startsWith('database.')) return handleDatabase(action, body, context.invocation);
    if (action === 'functions.invokeFunction') return invokeFunction(host, body, context);
    if (action === 'auth.wsWebSign') throw refusedWatch(context.invocation?.functionName, log);
    throw new PlatformError('INVALID_PARAM', `the local cloud does not support the action ${action}`);
  };
}

async function invokeFunction(
  host: FunctionHost,
  { function_name: name, request_data: data }: Record<string, unknown>,
  { invocation, requestId, source }: ActionContext,
): Promise<Record<string, unknown>> {
  const { resultJson } = await host.invoke({
    name: typeof name === 'string' ? name : '',
    eventJson: typeof data === 'string' && data !== '' ? data : '{}',
    caller: { openid: invocation?.caller.openid ?? '', source },
    requestId,
    parent: invocation,
  });
  return { data: { response_data: resultJson } };
}

/** The SDK prints this and retries, because it calls `onError` only for errors that arrive on a WebSocket. */
function refusedWatch(functionName = 'a program', log: (line: string) => void): PlatformError {
  log(
    `${functionName} calls watch(), which only mini-programs may use: the SDK keeps trying and calls no onError`,
  );
  return new PlatformError('INVALID_PARAM', 'watch() is for mini-programs, not for functions');
}
