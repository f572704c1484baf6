import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DroppedConnection } from '../environment/faults';
import type { FunctionHost } from '../functions/function-host';
import { localAppid } from '../functions/worker-environment';
import { responseTooLarge, tooManyCalls } from '../functions/function-errors';
import { answerJson, answerJsonText } from '../http/json-answer';
import { readBody } from '../http/body';
import { openCloudIdsIn, type OpenDataProvider } from '../open-api/open-data';
import { PlatformError } from 'sqlite-document-database';
import { maxClientResultBytes, maxInvocationBytes } from '../platform-limits';
import { readClientRequest } from '../http/client-request';
import type { CallerRate } from './caller-rate';

/**
 * `wx.cloud.callFunction` over HTTP: `POST /functions/<name>`, with `data` as the JSON body and the caller in the
 * header `x-wx-openid`. The header `x-wx-cloud-ids` lists, separated by commas, the fields of `data` that are a
 * `wx.cloud.CloudID`; the function receives them opened. Answers `{result, errMsg, requestID}`, or `{errCode, errMsg,
 * requestID}` in the SDK's own words, both with status 200, as the platform does. Status 400, 403, 405 and 413 mean a
 * request that the platform's own client could not have made.
 */
export type ClientEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export type ClientAnswer =
  | { result: unknown; errMsg: string; requestID: string }
  | { errCode: number; errMsg: string; requestID: string };

const route = /^\/functions\/([^/]+)\/?$/;
const cloudIdsHeader = 'x-wx-cloud-ids';

/** Codes and names under which `wx.cloud` reports the platform's errors. */
const clientErrors: Record<string, { errCode: number; text: string }> = {
  FUNCTION_NOT_FOUND: { errCode: -501000, text: '' },
  FUNCTIONS_EXECUTE_FAIL: { errCode: -504002, text: 'functions execute fail' },
  FUNCTIONS_TIME_LIMIT_EXCEEDED: { errCode: -504003, text: 'functions time limit exceeded' },
  FUNCTIONS_REQUEST_FAIL: { errCode: -504001, text: 'functions request fail' },
  EXCEED_REQUEST_LIMIT: { errCode: -501003, text: 'exceed request limit' },
  EXCEED_CONCURRENT_REQUEST_LIMIT: { errCode: -501004, text: 'exceed concurrent request limit' },
  INVALID_PARAM: { errCode: -501007, text: 'invalid parameters' },
};
const systemError = { errCode: -501001, text: 'resource system error' };

export function createClientEndpoint(
  host: FunctionHost,
  openData: OpenDataProvider,
  rate: CallerRate,
  log: (line: string) => void,
): ClientEndpoint {
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = route.exec(pathname)?.[1];
    if (name === undefined) return false;
    const problem = (status: number, errMsg: string) =>
      answerJson(response, status, {
        errCode: -501007,
        errMsg: `cloud.callFunction:fail ${errMsg}`,
        requestID: '',
      });

    const client = readClientRequest(request, { posted: 'a function is called with POST', visitors: true });
    if ('reason' in client) {
      if (client.status === 405) response.setHeader('allow', 'POST');
      return (problem(client.status, client.reason), true);
    }
    const functionName = decodeURIComponent(name);
    // A visitor without an openid is known by the address.
    const waitMs = rate.count(functionName, client.openid || `at ${request.socket.remoteAddress}`);
    if (waitMs > 0) {
      request.resume();
      // Answered when the caller may call again, so that repeating at once takes no time from other callers.
      await sleep(waitMs, undefined, { ref: false });
      return (answerJson(response, 200, clientError(tooManyCalls(), randomUUID())), true);
    }
    const body = await readBody(request, maxInvocationBytes);
    if (!body) return (problem(413, 'data exceeds the upper limit (6MB)'), true);
    const eventJson = body.length === 0 ? '{}' : body.toString('utf8');
    if (!isJsonObject(eventJson))
      return (problem(400, 'the body must be a JSON object: the data of the call'), true);

    const cloudIdFields = new URLSearchParams(`fields=${String(request.headers[cloudIdsHeader] ?? '')}`).get(
      'fields',
    );
    const event = cloudIdFields
      ? await openCloudIdsIn(openData, eventJson, cloudIdFields.split(','))
      : eventJson;
    if (event === undefined) return (problem(400, 'the data of the call is nested too deep'), true);
    const answer = await callFunction(host, functionName, event, client.openid, log);
    if (answer === undefined) request.socket.destroy();
    else answerJsonText(response, 200, answer);
    return true;
  };
}

/** Answers one call of a client with a `ClientAnswer` as JSON; undefined when a fault closes the connection. */
export async function callFunction(
  host: FunctionHost,
  name: string,
  eventJson: string,
  openid: string,
  log: (line: string) => void,
): Promise<string | undefined> {
  const requestID = randomUUID();
  try {
    const { resultJson } = await host.invoke({
      name,
      eventJson: withUserInfo(eventJson, openid),
      requestId: requestID,
      caller: { openid, source: 'wx_client' },
    });
    if (Buffer.byteLength(resultJson) > maxClientResultBytes) throw responseTooLarge('1MB');
    // A result may be large and is JSON already, so it is not parsed again.
    return `{"result":${resultJson},"errMsg":"cloud.callFunction:ok","requestID":"${requestID}"}`;
  } catch (error) {
    if (error instanceof DroppedConnection) return undefined;
    if (!(error instanceof PlatformError))
      log(`function ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return JSON.stringify(clientError(error, requestID));
  }
}

/**
 * The platform adds `userInfo: {appId, openId}` to what a mini-program sends and replaces a field of that name.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/userinfo.html
 */
function withUserInfo(eventJson: string, openid: string): string {
  const text = eventJson.trimEnd();
  if (!text.endsWith('}')) return eventJson;
  const fields = text.slice(0, -1);
  // Of two fields with the same name, JSON readers use the last.
  const comma = fields.trim() === '{' ? '' : ',';
  return `${fields}${comma}"userInfo":{"appId":"${localAppid}","openId":"${openid}"}}`;
}

function clientError(error: unknown, requestID: string): ClientAnswer {
  const { code, message } =
    error instanceof PlatformError
      ? error
      : new PlatformError('SYS_ERR', 'an error inside the local cloud, see its log');
  const { errCode, text } = clientErrors[code] ?? systemError;
  return {
    errCode,
    errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${text} | errMsg: ${message}`,
    requestID,
  };
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
