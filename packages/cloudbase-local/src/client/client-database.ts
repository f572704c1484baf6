import type { ClientEndpoint } from './client-endpoint';
import { asClient, type Body, type ClientRules } from './client-rules';
import { type Database, PlatformError } from 'sqlite-document-database';
import { answerJson } from '../http/json-answer';
import { readBody } from '../http/body';
import { maxRequestBytes } from '../platform-limits';
import { readClientRequest } from '../http/client-request';

const route = '/database';

/**
 * `wx.cloud.database()` over HTTP: `POST /database`, with the body of a `database.*` action as the SDKs send it and the
 * caller in the header `x-wx-openid`. Answers as the gateway does, within the rules of each collection.
 */
export function createClientDatabase(
  database: Database,
  rules: () => ClientRules,
  log: (line: string) => void,
): ClientEndpoint {
  return async (request, response) => {
    if (new URL(request.url ?? '/', 'http://127.0.0.1').pathname !== route) return false;
    const fail = (status: number, code: string, message: string): true => {
      answerJson(response, status, { code, message });
      return true;
    };
    const client = readClientRequest(request, { posted: 'the database is asked with POST', visitors: false });
    if ('reason' in client) {
      const code = client.status === 400 ? 'INVALID_PARAM' : 'INVALID_REQUEST_SOURCE';
      return fail(client.status, code, client.reason);
    }
    const { openid } = client;
    try {
      const body = parse((await readBody(request, maxRequestBytes)) ?? Buffer.alloc(0));
      const action = String(body.action);
      answerJson(response, 200, await database.handle(action, asClient(action, body, openid, rules())));
    } catch (error) {
      if (error instanceof PlatformError) return fail(200, error.code, error.message);
      log(`database of a client: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fail(200, 'SYS_ERR', 'an error inside the local cloud, see its log');
    }
    return true;
  };
}

function parse(bytes: Buffer): Body {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    if (typeof value === 'object' && value !== null) return value as Body;
  } catch (cause) {
    throw new PlatformError('INVALID_PARAM', `the body is not valid JSON: ${(cause as Error).message}`);
  }
  throw new PlatformError('INVALID_PARAM', 'the body is not a JSON object');
}
