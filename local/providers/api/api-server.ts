import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody, refusedAsForeign } from 'cloudbase-local';
import { createProviderFaults, parseProviderFault, type ProviderFaults } from './provider-faults';

/** One provider: its signed address `/`, and what only tests and the operator of this machine may see. */
export interface ProviderApi {
  name: string;
  /** The action that a request asks for; a fault is chosen by this name. */
  actionOf(request: ApiRequest): string;
  /** Checks the signature and performs the action. */
  answer(request: ApiRequest): ApiAnswer;
  /** The answer for an error code of this provider. */
  errorAnswer(code: string, message: string): ApiAnswer;
  /** Answers `GET <path>` for paths other than `/faults`, such as `/bindings` and `/usage`. */
  adminViews: Record<string, () => unknown>;
}

export interface ApiRequest {
  method: string;
  /** The path with its query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface ApiAnswer {
  status: number;
  body: unknown;
}

export interface ApiServer {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  faults: ProviderFaults;
  close(): Promise<void>;
}

const maxBodyBytes = 1024 * 1024;

/** Serves a provider on the loopback address; port 0 takes any free port. */
export async function startApiServer(
  api: ProviderApi,
  { port, log }: { port: number; log(line: string): void },
): Promise<ApiServer> {
  const faults = createProviderFaults();
  const server = createServer((request, response) => {
    serve(api, faults, request, response).catch((error: unknown) => {
      log(`${api.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  api: ProviderApi,
  faults: ProviderFaults,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const body = await readBody(incoming, maxBodyBytes);
  if (!body) return send(response, { status: 413, body: { message: 'the body is too large' } });
  const path = url.split('?')[0] ?? '/';
  if (path !== '/') return send(response, answerAdmin(api, faults, incoming, path, body));

  const request: ApiRequest = { method, url, headers, body };
  const struck = faults.drawn(api.actionOf(request));
  for (const { ms } of struck.filter(({ kind }) => kind === 'slow'))
    await new Promise((resolve) => setTimeout(resolve, ms ?? 0));
  if (struck.some(({ kind }) => kind === 'down')) return void response.destroy();
  if (struck.some(({ kind }) => kind === 'unavailable'))
    return send(response, { status: 503, body: { message: 'Service Unavailable' } });
  if (struck.some(({ kind }) => kind === 'garbled')) return void response.end('<html>Bad Gateway</html>');
  const error = struck.find(({ kind }) => kind === 'error');
  if (error) return send(response, api.errorAnswer(error.code ?? '', error.message ?? 'a fault on demand'));
  if (struck.some(({ kind }) => kind === 'twice')) api.answer(request);
  const answer = api.answer(request);
  if (struck.some(({ kind }) => kind === 'lost')) return void response.destroy();
  send(response, answer);
}

function answerAdmin(
  api: ProviderApi,
  faults: ProviderFaults,
  request: IncomingMessage,
  path: string,
  body: Buffer,
): ApiAnswer {
  const refusal = refusedAsForeign(request, { pagesAllowed: 'none' });
  if (refusal !== undefined) return { status: 403, body: { message: refusal } };
  if (path === '/faults') {
    if (request.method === 'DELETE') faults.clear();
    if (request.method === 'POST') {
      try {
        faults.add(parseProviderFault(JSON.parse(body.toString('utf8'))));
      } catch (error) {
        return { status: 400, body: { message: error instanceof Error ? error.message : String(error) } };
      }
    }
    return { status: 200, body: { faults: faults.list() } };
  }
  const view = api.adminViews[path];
  return view && request.method === 'GET'
    ? { status: 200, body: view() }
    : { status: 404, body: { message: `nothing at ${path}` } };
}

function send(response: ServerResponse, { status, body }: ApiAnswer): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    .end(text);
}
