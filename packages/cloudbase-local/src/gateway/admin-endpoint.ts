import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PlatformError } from 'sqlite-document-database';
import type { Invocation } from '../client/caller';
import { DroppedConnection, type Faults } from '../environment/faults';
import type { Asked } from '../functions/direct-requests';
import { readBody } from '../http/body';
import { answerJson } from '../http/json-answer';
import { parseJsonObject } from '../http/json-object';
import { earlierRequest } from '../legacy-sdk/earlier-request';
import type { OpenApi } from '../open-api/open-api';
import { maxRequestBytes } from '../platform-limits';
import type { Storage } from '../storage/storage';
import type { ActionHandler } from './action-handler';
import { parseMultipart } from './multipart';
import type { OperationCounter } from './operation-counter';

export interface AdminOptions {
  handle: ActionHandler;
  invocationOf(token: string | undefined): Invocation | undefined;
  openApi: OpenApi;
  storage: Storage;
  counter: OperationCounter;
  faults: Faults;
  log(line: string): void;
}

export interface AdminEndpoint {
  /** `POST /admin`: takes JSON for all actions except `wx.openApi`, which sends a form and gets bytes. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers the JSON of a function in this process; undefined when a fault drops the connection. */
  ask(asked: Asked): Promise<string | undefined>;
}

export function createAdminEndpoint(options: AdminOptions): AdminEndpoint {
  /** Counts the action and applies faults; the invocation is the function run that makes the request. */
  async function admit(action: string, token: string | undefined): Promise<Invocation | undefined> {
    const invocation = options.invocationOf(token);
    options.counter.count(action, invocation);
    await options.faults.strike({ action, functionName: invocation?.functionName });
    return invocation;
  }

  async function answerAction(
    body: Record<string, unknown>,
    requestId: string,
    source: string,
  ): Promise<Record<string, unknown>> {
    const name = typeof body.action === 'string' ? body.action : '';
    const invocation = await admit(
      name,
      typeof body.wxCloudApiToken === 'string' ? body.wxCloudApiToken : undefined,
    );
    if (name.startsWith('storage.')) return { data: await options.storage.handle(name, body) };
    if (name === 'wx.api') return { data: await options.openApi.handleJson(body, invocation) };
    const context = { requestId, invocation, source };
    const earlier = earlierRequest(name, body);
    if (earlier) return earlier.answer(await options.handle(earlier.action, earlier.body, context));
    return options.handle(name, body, context);
  }

  async function answerForm(body: Buffer, contentType: string): Promise<Buffer> {
    const fields = await parseMultipart(body, contentType);
    const name = fields.get('action')?.toString() ?? '';
    const invocation = await admit(name, fields.get('wxCloudApiToken')?.toString());
    if (name !== 'wx.openApi')
      throw new PlatformError('INVALID_PARAM', `the local cloud does not support the action ${name}`);
    return options.openApi.handleForm(fields, invocation);
  }

  async function ask({ body, source }: Asked): Promise<string | undefined> {
    const requestId = randomUUID();
    try {
      if (Buffer.byteLength(body) > maxRequestBytes) throw requestTooLarge();
      return JSON.stringify({ requestId, ...(await answerAction(parseJsonObject(body), requestId, source)) });
    } catch (error) {
      if (error instanceof DroppedConnection) return undefined;
      const { code, message } = platformError(error, options.log);
      return JSON.stringify({ requestId, code, message });
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    try {
      const body = await readBody(request, maxRequestBytes);
      if (!body) throw requestTooLarge();
      const contentType = request.headers['content-type'] ?? '';
      if (contentType.startsWith('multipart/form-data')) {
        const answer = await answerForm(body, contentType);
        response
          .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answer.length })
          .end(answer);
      } else {
        const source = String(request.headers['x-tcb-source'] ?? '');
        answerJson(response, 200, {
          requestId,
          ...(await answerAction(parseJsonObject(body.toString('utf8')), requestId, source)),
        });
      }
    } catch (error) {
      if (error instanceof DroppedConnection) return void request.socket.destroy();
      const { code, message } = platformError(error, options.log);
      answerJson(response, 200, { requestId, code, message });
    }
  }

  return { handle, ask };
}

const requestTooLarge = (): PlatformError =>
  new PlatformError('EXCEED_REQUEST_LIMIT', 'the request is larger than the platform takes');

/** An error that is not the platform's is a defect of the local cloud: its stack goes to the log, not to the SDK. */
function platformError(error: unknown, log: (line: string) => void): PlatformError {
  if (error instanceof PlatformError) return error;
  log(`gateway: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return new PlatformError('SYS_ERR', 'an error inside the local cloud, see its log');
}
