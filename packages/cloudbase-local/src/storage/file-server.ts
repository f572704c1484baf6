import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/body';
import { parseMultipart } from '../gateway/multipart';
import { PlatformError } from 'sqlite-document-database';
import { maxStoredFileBytes } from '../platform-limits';
import { addressName, pathOfAddressName } from './cloud-path';
import { contentTypeOf } from './content-type';
import type { FileStore } from './file-store';
import type { PathSigner } from './signed-path';

/** Uploads and downloads under `/storage/`, each at an address that is signed for one file and expires. */
export interface FileServer {
  /**
   * The address for an upload and its credentials: the headers `authorization` and `x-cos-security-token` of a PUT, or,
   * as SDKs before 3 send them, the fields `Signature` and `x-cos-security-token` of a form with the field `file`
   * (object storage's POST Object).
   */
  uploadAddress(path: string, seconds: number): { url: string; authorization: string; token: string };
  downloadAddress(path: string, seconds: number): string;
  serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  /** Sends a file, or answers that it is missing. */
  deliver(response: ServerResponse, path: string, withBody?: boolean): Promise<void>;
}

export interface FileServerOptions {
  files: FileStore;
  signer: PathSigner;
  /** Milliseconds since 1970. */
  now(): number;
  /** The gateway's origin, `http://127.0.0.1:9080`. */
  origin(): string;
}

export const storageRoute = '/storage/';

/** Room for the fields that a form may hold besides the file. */
const formEnvelopeBytes = 64 * 1024;

interface Upload {
  /** Seconds since 1970, given with the upload's address. */
  expiry: string | string[] | undefined;
  signature: string;
  /** Undefined when the body is too large. */
  content: Buffer | undefined;
  /** Object storage's answer to success. */
  status: 200 | 204;
}

export function createFileServer({ files, signer, now, origin }: FileServerOptions): FileServer {
  const nowSeconds = () => Math.floor(now() / 1000);
  const address = (path: string) => `${origin()}${storageRoute}${addressName(path)}`;

  async function accept(
    response: ServerResponse,
    path: string,
    { expiry, signature, content, status }: Upload,
  ): Promise<void> {
    const expiresAt = Number(expiry);
    if (!(expiresAt >= nowSeconds()) || !signer.verify('PUT', path, expiresAt, signature))
      return answerXml(
        response,
        403,
        'SignatureDoesNotMatch',
        'The upload address is not valid, or no longer',
      );
    if (!content || content.length > maxStoredFileBytes)
      return answerXml(response, 413, 'EntityTooLarge', 'A file may have at most 50 MB');
    await files.put(path, content);
    response.writeHead(status).end();
  }

  async function receive(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { 'x-cos-security-token': expiry, authorization: signature = '' } = request.headers;
    const content = await readBody(request, maxStoredFileBytes);
    return accept(response, path, { expiry, signature, content, status: 200 });
  }

  async function receiveForm(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const body = await readBody(request, maxStoredFileBytes + formEnvelopeBytes);
    if (!body) return answerXml(response, 413, 'EntityTooLarge', 'A file may have at most 50 MB');
    let fields;
    try {
      fields = await parseMultipart(body, request.headers['content-type'] ?? '');
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return answerXml(response, 400, 'MalformedPOSTRequest', error.message);
    }
    const content = fields.get('file');
    if (!content) return answerXml(response, 400, 'MalformedPOSTRequest', 'The form has no field named file');
    const expiry = fields.get('x-cos-security-token')?.toString();
    const signature = fields.get('Signature')?.toString() ?? '';
    return accept(response, path, { expiry, signature, content, status: 204 });
  }

  async function send(response: ServerResponse, url: URL, path: string, withBody: boolean): Promise<void> {
    const expiresAt = Number(url.searchParams.get('t'));
    const signature = url.searchParams.get('sign') ?? '';
    if (!(expiresAt >= nowSeconds()) || !signer.verify('GET', path, expiresAt, signature))
      return answerXml(response, 403, 'AccessDenied', 'The download address is not valid, or no longer');
    return deliver(response, path, withBody);
  }

  async function deliver(response: ServerResponse, path: string, withBody = true): Promise<void> {
    const size = await files.size(path);
    if (size === undefined) return answerXml(response, 404, 'NoSuchKey', 'The file does not exist');
    response.writeHead(200, {
      'content-type': contentTypeOf(path),
      'content-length': size,
      'x-content-type-options': 'nosniff',
    });
    if (withBody)
      files
        .read(path)
        .on('error', () => response.destroy())
        .pipe(response);
    else response.end();
  }

  return {
    deliver,
    uploadAddress(path, seconds) {
      const expiresAt = nowSeconds() + seconds;
      return {
        url: address(path),
        authorization: signer.sign('PUT', path, expiresAt),
        token: String(expiresAt),
      };
    },
    downloadAddress(path, seconds) {
      const expiresAt = nowSeconds() + seconds;
      return `${address(path)}?sign=${signer.sign('GET', path, expiresAt)}&t=${expiresAt}`;
    },
    async serve(request, response, url) {
      const path = pathOfAddressName(url.pathname.slice(storageRoute.length));
      if (request.method === 'PUT') return receive(request, response, path);
      if (request.method === 'POST') return receiveForm(request, response, path);
      if (request.method === 'GET' || request.method === 'HEAD')
        return send(response, url, path, request.method === 'GET');
      response.writeHead(405, { allow: 'GET, HEAD, POST, PUT' }).end();
    },
  };
}

/** Object storage answers errors in XML, and the SDK parses that. */
function answerXml(response: ServerResponse, status: number, code: string, message: string): void {
  const body = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' }).end(body);
}
