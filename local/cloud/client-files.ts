import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientEndpoint } from './client-endpoint';
import { answerJson } from './gateway';
import { readBody } from './http-body';
import { PlatformError } from './platform-error';
import { MAX_REQUEST_BYTES, MAX_STORED_FILE_BYTES } from './platform-limits';
import { refusedAsForeign } from './request-origin';
import type { Storage } from './storage/storage';

const FILES = '/files/';
const ADDRESSES = '/file-addresses';

/**
 * Stored files for clients, by the rule of a new environment: everyone reads.
 * - `POST /files/<cloudPath>`, the body is the file: `wx.cloud.uploadFile`, answers `{fileID, errMsg}`.
 * - `GET /files/?id=<fileID>`: the file itself, for pictures and `wx.cloud.downloadFile`.
 * - `POST /file-addresses` `{fileList}`: `wx.cloud.getTempFileURL`.
 *
 * What fails is answered with status 200 and `{errCode, errMsg}` in the SDK's own words. Other statuses stand for requests
 * that the platform's own client could not have made.
 */
export function createClientFiles(storage: Storage): ClientEndpoint {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isFile = url.pathname.startsWith(FILES);
    if (!isFile && url.pathname !== ADDRESSES) return false;
    const name = isFile ? 'cloud.uploadFile' : 'cloud.getTempFileURL';
    const fail = (status: number, reason: string): true => {
      answerJson(response, status, { errCode: -501007, errMsg: `${name}:fail ${reason}` });
      return true;
    };
    const refusal = refusedAsForeign(request, { pagesAllowed: 'same-origin' });
    if (refusal !== undefined) return fail(403, refusal);
    const fileId = url.searchParams.get('id');
    if (isFile && request.method === 'GET' && fileId !== null) {
      await storage.deliver(response, fileId);
      return true;
    }
    if (request.method !== 'POST') return fail(405, 'a file is uploaded with POST');
    try {
      if (isFile) await receive(storage, request, response, url.pathname.slice(FILES.length), fail);
      else await answerAddresses(storage, request, response);
    } catch (error) {
      if (error instanceof PlatformError) return fail(200, error.message);
      throw error;
    }
    return true;
  };
}

async function receive(
  storage: Storage,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  fail: (status: number, reason: string) => true,
): Promise<void> {
  const content = await readBody(request, MAX_STORED_FILE_BYTES);
  if (!content) return void fail(413, 'a file may have at most 50 MB');
  const fileID = await store(storage, decodeURIComponent(name), content);
  answerJson(response, 200, { fileID, errMsg: 'cloud.uploadFile:ok' });
}

/** As every client does: asks for an address first, then puts the file there. Answers its id. */
async function store(storage: Storage, path: string, content: Buffer): Promise<string> {
  const { url, authorization, token, fileId } = storage.prepareUpload(path);
  const stored = await fetch(url, {
    method: 'PUT',
    headers: { authorization, 'x-cos-security-token': token },
    body: new Uint8Array(content),
  });
  if (!stored.ok) throw new PlatformError('STORAGE_REQUEST_FAIL', `the storage answered ${stored.status}`);
  return fileId;
}

interface AskedFile {
  fileID?: unknown;
  maxAge?: unknown;
}

interface FoundFile {
  code: string;
  fileID: string;
  tempFileURL: string;
  maxAge?: number;
}

const FILE_NOT_EXISTS = -503003;

async function answerAddresses(
  storage: Storage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const list = listIn((await readBody(request, MAX_REQUEST_BYTES)) ?? Buffer.alloc(0));
  const file_list = !Array.isArray(list)
    ? list
    : (list as (string | AskedFile | null)[]).map((asked) =>
        typeof asked === 'string' ? { fileid: asked } : { fileid: asked?.fileID, max_age: asked?.maxAge },
      );
  const { download_list } = (await storage.handle('storage.batchGetDownloadUrl', { file_list })) as {
    download_list: FoundFile[];
  };
  const fileList = download_list.map(({ code, fileID, tempFileURL, maxAge }) =>
    code === 'SUCCESS'
      ? { fileID, tempFileURL, maxAge, status: 0, errMsg: 'ok' }
      : { fileID, tempFileURL: '', status: FILE_NOT_EXISTS, errMsg: 'storage file not exists' },
  );
  answerJson(response, 200, { fileList, errMsg: 'cloud.getTempFileURL:ok' });
}

function listIn(body: Buffer): unknown {
  try {
    return (JSON.parse(body.toString()) as { fileList?: unknown } | null)?.fileList;
  } catch (cause) {
    throw new PlatformError('INVALID_PARAM', `the body is not valid JSON: ${(cause as Error).message}`);
  }
}
