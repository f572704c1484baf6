import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PlatformClock } from '../clock';
import { readBody } from '../http-body';
import { PlatformError } from '../platform-error';
import { DEFAULT_URL_SECONDS, MAX_STORED_FILE_BYTES, UPLOAD_URL_SECONDS } from '../platform-limits';
import { contentTypeOf } from './content-type';
import { openFileStore } from './file-store';
import { createPathSigner } from './signed-path';

/** Cloud storage: the `storage.*` actions, and the addresses they hand out. */
export interface Storage {
  /** Answers an action; the result stands as `data` in the response. Throws PlatformError. */
  handle(action: string, body: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Answers an upload or a download under `/storage/`. */
  serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

export interface StorageOptions {
  dir: string;
  envId: string;
  /** Keeps addresses valid over a restart. */
  signingKey: string;
  clock: PlatformClock;
  /** Origin of the gateway, `http://127.0.0.1:9080`. */
  origin(): string;
}

export const STORAGE_ROUTE = '/storage/';
const MAX_PATH_LENGTH = 850;

export function openStorage({ dir, envId, signingKey, clock, origin }: StorageOptions): Storage {
  const files = openFileStore(dir);
  const signer = createPathSigner(signingKey);
  const bucket = `${envId}.local-${envId}`;
  const nowSeconds = () => Math.floor(clock.now() / 1000);
  const address = (path: string) => `${origin()}${STORAGE_ROUTE}${addressName(path)}`;

  function pathOf(fileId: string): string | undefined {
    const prefix = `cloud://${bucket}/`;
    return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined;
  }

  function prepareUpload(path: string): Record<string, unknown> {
    checkPath(path);
    const expiresAt = nowSeconds() + UPLOAD_URL_SECONDS;
    const fileId = `cloud://${bucket}/${path}`;
    return {
      url: address(path),
      token: String(expiresAt),
      authorization: signer.sign('PUT', path, expiresAt),
      fileId,
      cosFileId: Buffer.from(fileId).toString('base64'),
    };
  }

  async function downloadUrl(fileId: string, maxAgeSeconds: number): Promise<Record<string, unknown>> {
    const path = pathOf(fileId);
    if (path === undefined || (await files.size(path)) === undefined)
      return { code: 'STORAGE_FILE_NONEXIST', fileID: fileId, tempFileURL: '' };
    const expiresAt = nowSeconds() + maxAgeSeconds;
    const query = `sign=${signer.sign('GET', path, expiresAt)}&t=${expiresAt}`;
    return {
      code: 'SUCCESS',
      fileID: fileId,
      tempFileURL: `${address(path)}?${query}`,
      download_url: `${address(path)}?${query}`,
      maxAge: maxAgeSeconds,
    };
  }

  async function remove(fileId: string): Promise<Record<string, unknown>> {
    const path = pathOf(fileId);
    const existed = path !== undefined && (await files.remove(path));
    return { fileID: fileId, code: existed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
  }

  async function receive(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const expiresAt = Number(request.headers['x-cos-security-token']);
    const signature = String(request.headers['authorization'] ?? '');
    if (!(expiresAt >= nowSeconds()) || !signer.verify('PUT', path, expiresAt, signature)) {
      return answerXml(
        response,
        403,
        'SignatureDoesNotMatch',
        'The upload address is not valid, or no longer',
      );
    }
    const content = await readBody(request, MAX_STORED_FILE_BYTES);
    if (!content) return answerXml(response, 413, 'EntityTooLarge', 'A file may have at most 50 MB');
    await files.put(path, content);
    response.writeHead(200).end();
  }

  async function send(response: ServerResponse, url: URL, path: string, withBody: boolean): Promise<void> {
    const expiresAt = Number(url.searchParams.get('t'));
    if (
      !(expiresAt >= nowSeconds()) ||
      !signer.verify('GET', path, expiresAt, url.searchParams.get('sign') ?? '')
    ) {
      return answerXml(response, 403, 'AccessDenied', 'The download address is not valid, or no longer');
    }
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
    async handle(action, body) {
      if (action === 'storage.getUploadMetadata') return prepareUpload(text(body['path'], 'path'));
      if (action === 'storage.batchGetDownloadUrl') {
        const list = entries(body['file_list'], 'file_list');
        return {
          download_list: await Promise.all(
            list.map((each) =>
              downloadUrl(text(each['fileid'], 'fileid'), Number(each['max_age']) || DEFAULT_URL_SECONDS),
            ),
          ),
        };
      }
      if (action === 'storage.batchDeleteFile') {
        const list = Array.isArray(body['fileid_list']) ? body['fileid_list'] : [];
        return { delete_list: await Promise.all(list.map((each) => remove(text(each, 'fileid_list')))) };
      }
      throw new PlatformError('INVALID_PARAM', `the local cloud does not support the action ${action}`);
    },
    async serve(request, response, url) {
      const path = pathOfAddress(url.pathname.slice(STORAGE_ROUTE.length));
      if (request.method === 'PUT') return receive(request, response, path);
      if (request.method === 'GET' || request.method === 'HEAD')
        return send(response, url, path, request.method === 'GET');
      response.writeHead(405, { allow: 'GET, HEAD, PUT' }).end();
    },
  };
}

/**
 * A path as one ASCII word and its extension. The SDK escapes addresses once more before it downloads,
 * so there must be nothing in them to escape.
 */
function addressName(path: string): string {
  return `${Buffer.from(path).toString('base64url')}${/\.\w+$/.exec(path)?.[0] ?? ''}`;
}

function pathOfAddress(name: string): string {
  return Buffer.from(name.split('.')[0] ?? '', 'base64url').toString();
}

function checkPath(path: string): void {
  const broken =
    path === '' ||
    path.startsWith('/') ||
    path.length > MAX_PATH_LENGTH ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..') ||
    path.includes('\0');
  if (broken)
    throw new PlatformError('STORAGE_SIGN_PARAM_INVALID', `the path ${JSON.stringify(path)} is not allowed`);
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new PlatformError('INVALID_PARAM', `${name} must be a string`);
  return value;
}

function entries(value: unknown, name: string): Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new PlatformError('INVALID_PARAM', `${name} must be a list`);
  return value.map((each: unknown) => {
    if (typeof each !== 'object' || each === null)
      throw new PlatformError('INVALID_PARAM', `${name} must be a list of objects`);
    return each as Record<string, unknown>;
  });
}

/** Object storage answers errors in XML, and the SDK reads them so. */
function answerXml(response: ServerResponse, status: number, code: string, message: string): void {
  const body = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' }).end(body);
}
