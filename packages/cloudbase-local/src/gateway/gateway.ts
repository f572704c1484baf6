import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerJson } from '../http/json-answer';
import { refusedAsForeign, refusedAsMisnamed } from '../http/request-origin';
import { isReadablePath } from '../http/request-path';
import { storageRoute } from '../storage/file-server';
import { createAdminEndpoint, type AdminEndpoint, type AdminOptions } from './admin-endpoint';
import { createTestEndpoint, type TestEndpointOptions } from './test-endpoint';

/**
 * The admin side of the cloud: `POST /admin` as the unmodified `wx-server-sdk` and `@cloudbase/node-sdk` expect it.
 * It listens on the loopback address only and refuses requests that a web page made.
 * Signatures are not checked, because a user who may run programs on this machine may use its cloud anyway.
 *
 * Counters, logs and faults are for tests, and are answered only under a name of this machine.
 */
export interface Gateway {
  /** `http://127.0.0.1:PORT/admin` */
  readonly url: string;
  readonly origin: string;
  /** Answers a function in this process without a connection. */
  ask: AdminEndpoint['ask'];
  close(): Promise<void>;
}

export interface GatewayOptions extends AdminOptions, TestEndpointOptions {
  port: number;
}

/** Longer than the pauses between the calls of an SDK, because SDKs keep their connections. */
const keepAliveMs = 65_000;

/** Listens on `port` (0: any free one). Rejects with Node's own error when it is in use. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const admin = createAdminEndpoint(options);
  const forTests = createTestEndpoint(options);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isReadablePath(request.url))
      return answerJson(response, 400, { message: 'the address is not readable' });
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    // Downloads have their own signature, and pages show them.
    const download = url.pathname.startsWith(storageRoute);
    const refusal =
      download && request.method === 'GET' ? undefined : refusedAsForeign(request, { pagesAllowed: 'none' });
    if (refusal !== undefined) return answerJson(response, 403, { message: refusal });
    if (download) return options.storage.serve(request, response, url);
    // A page served under one of the platform's names sends no header that identifies it as a page, so the name is
    // checked.
    if (refusedAsMisnamed(request) === undefined && (await forTests(request, response, url))) return;
    if (request.method !== 'POST' || !url.pathname.startsWith('/admin'))
      return answerJson(response, 404, {
        code: 'INVALID_PARAM',
        message: `the local cloud answers POST /admin and has nothing at ${url.pathname}: data models, SQL, AI, containers and HTTP access are not in it`,
      });
    return admin.handle(request, response);
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
    ask: admin.ask,
    url: `${origin}/admin`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
