import { randomUUID } from 'node:crypto';
import { createServer as createProxy, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBody } from '../http/body';
import { ApiError } from './api-error';
import { createApiFaults, type ApiFaults } from './api-faults';
import { makeCertificate } from './certificate';
import { newEnvironment, type Deployed } from './deployed';
import { downloadedZip, downloadHost } from './function-download';
import { apiDomain, perform, type Keys } from './perform';
import { saveDeployed, type SavedEnvironment } from './save-deployed';

/**
 * Simulates Tencent's cloud API for one environment, as far as deploying to CloudBase uses it. It keeps everything in
 * memory.
 */
export interface CloudApi {
  /**
   * Environment variables with which an unmodified client reaches it: a proxy that answers for Tencent's hosts, and the
   * proxy's certificate. A process reads `NODE_EXTRA_CA_CERTS` only at its start.
   */
  readonly environment: { http_proxy: string; https_proxy: string; NODE_EXTRA_CA_CERTS: string };
  readonly deployed: Deployed;
  readonly faults: ApiFaults;
  /** The actions so far, in the order of their requests. */
  readonly requests: string[];
  save(dir: string): SavedEnvironment;
  close(): Promise<void>;
}

export interface CloudApiOptions extends Keys {
  envId: string;
  /** Called before each answer. */
  onRequest?(action: string): void;
}

const mostBodyBytes = 20 * 1024 * 1024;

export async function startCloudApi(options: CloudApiOptions): Promise<CloudApi> {
  const deployed = newEnvironment(options.envId);
  const faults = createApiFaults();
  const requests: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'cloud-api-'));
  const certificate = makeCertificate([`*.${apiDomain}`, downloadHost]);
  const certificateFile = join(folder, 'certificate.pem');
  writeFileSync(certificateFile, certificate.cert);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = String(request.headers.host);
    if (host === downloadHost) {
      const zip = downloadedZip(deployed, request.url ?? '');
      response.writeHead(zip ? 200 : 404, { 'content-type': 'application/zip' }).end(zip);
      return;
    }
    const body = await readBody(request, mostBodyBytes);
    const action = String(request.headers['x-tc-action']);
    requests.push(action);
    options.onRequest?.(action);
    const fault = faults.drawn(action);
    if (fault?.kind === 'down') return void response.destroy();
    let fields: Record<string, unknown>;
    try {
      if (fault?.kind === 'error') throw new ApiError(fault.code ?? 'InternalError', 'a fault on demand');
      if (body === undefined) throw new ApiError('RequestSizeLimitExceeded', 'The request is too large.');
      fields = perform({ request, host, action, body }, deployed, options);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      fields = { Error: { Code: error.code, Message: error.message } };
    }
    if (fault?.kind === 'lost') return void response.destroy();
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ Response: { ...fields, RequestId: randomUUID() } }));
  }

  const tls = createTlsServer(certificate, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  const proxy = createProxy((_request, response) => response.writeHead(405).end());
  const sockets = new Set<{ destroy(): void }>();
  proxy.on('connect', (request, socket) => {
    const [host = ''] = String(request.url).split(':');
    if (!host.endsWith(`.${apiDomain}`) && host !== downloadHost)
      return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    tls.emit('connection', socket);
  });
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject);
    proxy.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return {
    environment: { http_proxy: origin, https_proxy: origin, NODE_EXTRA_CA_CERTS: certificateFile },
    deployed,
    faults,
    requests,
    save: (dir) => saveDeployed(deployed, dir),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
