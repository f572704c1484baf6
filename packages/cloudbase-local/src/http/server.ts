import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { refuseUpgrade } from './refuse-upgrade';
import { refusedAsMisnamed } from './request-origin';
import { isReadablePath } from './request-path';

/** Answers a request; false when the address belongs to another handler. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Takes over a connection that asks for another protocol; false when the address belongs to another handler. */
export type UpgradeEndpoint = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** The server that browsers see. It listens before anything else is ready, so that a taken port shows at once. */
export interface HttpServer {
  readonly port: number;
  /**
   * From now on these handlers answer, in turn; before that, every request gets 503. `upgrade` takes connections for
   * another protocol.
   */
  serve(handlers: Handler[], upgrade?: UpgradeEndpoint): void;
  close(): Promise<void>;
}

/** Listens on the loopback address. Rejects with Node's error when the port is taken. */
export async function startHttpServer(port: number, log: (line: string) => void): Promise<HttpServer> {
  let handlers: Handler[] | undefined;
  let upgrade: UpgradeEndpoint = () => false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const misnamed = refusedAsMisnamed(request);
    if (misnamed !== undefined) return sendText(response, 403, misnamed);
    if (!isReadablePath(request.url)) return sendText(response, 400, 'the address is not readable');
    if (!handlers) return sendText(response, 503, 'starting');
    for (const handle of handlers) if (await handle(request, response)) return;
    sendText(response, 404, `nothing at ${request.url ?? '/'}`);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(
        `${request.method} ${request.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'an error of the local server, see its log');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (!isReadablePath(request.url)) refuseUpgrade(socket, 400, 'the address is not readable');
    else if (!upgrade(request, socket, head)) refuseUpgrade(socket, 404, 'no other protocol is spoken here');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve(next, takeOver) {
      handlers = next;
      upgrade = takeOver ?? upgrade;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
