import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { earlierRequest } from '../legacy-sdk/earlier-request';
import { DroppedConnection, parseFault, type Faults } from '../environment/faults';
import { readBody } from '../http/body';
import { parseMultipart } from './multipart';
import type { OpenApi } from '../open-api/open-api';
import type { OperationCounter } from './operation-counter';
import type { LogStore } from '../environment/log-store';
import { PlatformError } from 'sqlite-document-database';
import { maxRequestBytes } from '../platform-limits';
import { answerJson } from '../http/json-answer';
import { refusedAsForeign, refusedAsMisnamed } from '../http/request-origin';
import { isReadablePath } from '../http/request-path';
import type { Invocation } from '../client/caller';
import { storageRoute } from '../storage/file-server';
import type { Storage } from '../storage/storage';

/**
 * The admin side of the cloud: `POST /admin` as the unmodified `wx-server-sdk` and `@cloudbase/node-sdk` expect it.
 * It listens on the loopback address only and refuses requests that a web page made.
 * Signatures are not checked: whoever may run programs on this machine may use its cloud.
 *
 * For tests also `GET /counters?requestId=`, `GET /logs?requestId=` and `GET|POST|DELETE /faults`, under a name of this machine.
 */
export interface Gateway {
  /** `http://127.0.0.1:PORT/admin` */
  readonly url: string;
  readonly origin: string;
  close(): Promise<void>;
}

/** Answers an action with what stands in the response beside `requestId`. Throws PlatformError. */
export type ActionHandler = (
  action: string,
  body: Record<string, unknown>,
  context: ActionContext,
) => Promise<Record<string, unknown>>;

export interface ActionContext {
  requestId: string;
  /** The function run that asks; undefined for a program of the operator. */
  invocation: Invocation | undefined;
  /** Header `x-tcb-source`: the caller's source with one more step. */
  source: string;
}

export interface GatewayOptions {
  port: number;
  handle: ActionHandler;
  invocationOf(token: string | undefined): Invocation | undefined;
  openApi: OpenApi;
  storage: Storage;
  counter: OperationCounter;
  faults: Faults;
  logs: LogStore;
  log(line: string): void;
}

/** Keep-alive of the SDKs outlasts pauses between calls. */
const keepAliveMs = 65_000;

/** Listens on `port` (0: any free one). Rejects with Node's own error when it is in use. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { faults, counter } = options;

  async function admin(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    try {
      const body = await readBody(request, maxRequestBytes);
      if (!body)
        throw new PlatformError('EXCEED_REQUEST_LIMIT', 'the request is larger than the platform takes');
      const contentType = request.headers['content-type'] ?? '';
      if (contentType.startsWith('multipart/form-data')) {
        const answer = await form(body, contentType);
        response
          .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answer.length })
          .end(answer);
      } else {
        answerJson(response, 200, {
          requestId,
          ...(await action(parseObject(body), requestId, String(request.headers['x-tcb-source'] ?? ''))),
        });
      }
    } catch (error) {
      if (error instanceof DroppedConnection) return void request.socket.destroy();
      if (!(error instanceof PlatformError))
        options.log(`gateway: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      const { code, message } =
        error instanceof PlatformError
          ? error
          : new PlatformError('SYS_ERR', 'an error inside the local cloud, see its log');
      answerJson(response, 200, { requestId, code, message });
    }
  }

  async function action(
    body: Record<string, unknown>,
    requestId: string,
    source: string,
  ): Promise<Record<string, unknown>> {
    const name = typeof body.action === 'string' ? body.action : '';
    const invocation = options.invocationOf(stringOrNothing(body.wxCloudApiToken));
    counter.count(name, invocation);
    await faults.strike({ action: name, functionName: invocation?.functionName });
    if (name.startsWith('storage.')) return { data: await options.storage.handle(name, body) };
    if (name === 'wx.api') return { data: await options.openApi.handleJson(body, invocation) };
    const context = { requestId, invocation, source };
    const earlier = earlierRequest(name, body);
    if (earlier) return earlier.answer(await options.handle(earlier.action, earlier.body, context));
    return options.handle(name, body, context);
  }

  async function form(body: Buffer, contentType: string): Promise<Buffer> {
    const fields = await parseMultipart(body, contentType);
    const name = fields.get('action')?.toString() ?? '';
    const invocation = options.invocationOf(fields.get('wxCloudApiToken')?.toString());
    counter.count(name, invocation);
    await faults.strike({ action: name, functionName: invocation?.functionName });
    if (name !== 'wx.openApi')
      throw new PlatformError('INVALID_PARAM', `the local cloud does not support the action ${name}`);
    return options.openApi.handleForm(fields, invocation);
  }

  async function disturb(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'DELETE') faults.clear();
    else if (request.method === 'POST') {
      try {
        faults.add(parseFault(parseObject((await readBody(request, maxRequestBytes)) ?? Buffer.alloc(0))));
      } catch (error) {
        return answerJson(response, 400, { message: (error as Error).message });
      }
    }
    answerJson(response, 200, { faults: faults.list() });
  }

  /** What is there for tests; false when the address is another. */
  async function inspect(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const requestId = url.searchParams.get('requestId') ?? undefined;
    if (url.pathname === '/faults') await disturb(request, response);
    else if (url.pathname === '/counters')
      answerJson(response, 200, { operations: counter.operations(requestId) });
    else if (url.pathname === '/logs')
      answerJson(response, 200, { lines: options.logs.recent(requestId ?? '') });
    else return false;
    return true;
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isReadablePath(request.url))
      return answerJson(response, 400, { message: 'the address is not readable' });
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    // Downloads carry their own signature, and a page shows them.
    const download = url.pathname.startsWith(storageRoute);
    const refusal =
      download && request.method === 'GET' ? undefined : refusedAsForeign(request, { pagesAllowed: 'none' });
    if (refusal !== undefined) return answerJson(response, 403, { message: refusal });
    if (download) return options.storage.serve(request, response, url);
    // Of a page that somebody serves under a name of the platform a browser does not say that it reads.
    if (refusedAsMisnamed(request) === undefined && (await inspect(request, response, url))) return;
    if (request.method !== 'POST' || !url.pathname.startsWith('/admin'))
      return answerJson(response, 404, {
        code: 'INVALID_PARAM',
        message: `the local cloud answers POST /admin and has nothing at ${url.pathname}: data models, SQL, AI, containers and HTTP access are not in it`,
      });
    return admin(request, response);
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      options.log(`gateway: ${String(error)}`);
      request.socket.destroy();
    });
  });
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve());
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/admin`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function parseObject(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new PlatformError('INVALID_PARAM', `the body is not valid JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PlatformError('INVALID_PARAM', 'the body is not a JSON object');
  return value as Record<string, unknown>;
}

function stringOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
