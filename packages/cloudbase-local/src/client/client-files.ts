import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientEndpoint } from './client-endpoint';
import { answerJson } from '../http/json-answer';
import { readBody } from '../http/body';
import { PlatformError } from 'sqlite-document-database';
import { MAX_REQUEST_BYTES, MAX_STORED_FILE_BYTES } from '../platform-limits';
import { refusedAsForeign } from '../http/request-origin';
import { listIn, textIn } from '../storage/request-fields';
import type { Storage } from '../storage/storage';

const FILES = '/files/';
/** What else is asked of files, and what `wx.cloud` calls it. */
const QUESTIONS: Record<string, { name: string; answer: Answer }> = {
  '/file-addresses': { name: 'cloud.getTempFileURL', answer: addresses },
  '/file-deletions': { name: 'cloud.deleteFile', answer: deletions },
};
type Answer = (storage: Storage, list: unknown, openid: string) => Promise<object[]>;

const UPLOAD = 'cloud.uploadFile';
const OPENID = /^[\w-]{1,128}$/;

/** Codes and texts under which `wx.cloud` reports the platform's refusals. */
const INVALID_PARAMETERS = -501007;
const PERMISSION_DENIED = { status: -503002, errMsg: 'storage permission denied' };
const FILE_NOT_EXISTS = { status: -503003, errMsg: 'storage file not exists' };
const REMOVED = { status: 0, errMsg: 'ok' };

/**
 * Stored files for clients, by the rule of a new environment: everyone reads, only who made a file changes or removes it.
 * Header `x-wx-openid` says who asks.
 * - `POST /files/<cloudPath>`, the body is the file: `wx.cloud.uploadFile`, answers `{fileID, errMsg}`.
 * - `GET /files/?id=<fileID>`: the file itself, for pictures and `wx.cloud.downloadFile`.
 * - `POST /file-addresses` `{fileList}`: `wx.cloud.getTempFileURL`.
 * - `POST /file-deletions` `{fileList}`: `wx.cloud.deleteFile`.
 *
 * What fails is answered with status 200 and `{errCode, errMsg}` in the SDK's own words. Other statuses stand for requests
 * that the platform's own client could not have made.
 */
export function createClientFiles(storage: Storage): ClientEndpoint {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isFile = url.pathname.startsWith(FILES);
    const question = isFile ? undefined : QUESTIONS[url.pathname];
    if (!isFile && !question) return false;
    const fail = (status: number, reason: string, errCode = INVALID_PARAMETERS): true => {
      answerJson(response, status, { errCode, errMsg: `${question?.name ?? UPLOAD}:fail ${reason}` });
      return true;
    };
    const refusal = refusedAsForeign(request, { pagesAllowed: 'same-origin' });
    if (refusal !== undefined) return fail(403, refusal);
    const fileId = url.searchParams.get('id');
    if (isFile && request.method === 'GET' && fileId !== null) {
      await storage.deliver(response, fileId);
      return true;
    }
    if (request.method !== 'POST') return fail(405, 'files are uploaded and asked for with POST');
    const openid = String(request.headers['x-wx-openid'] ?? '');
    if (!OPENID.test(openid)) return fail(400, 'the header x-wx-openid is not an openid');
    try {
      if (question) {
        const list = listOf((await readBody(request, MAX_REQUEST_BYTES)) ?? Buffer.alloc(0));
        const fileList = await question.answer(storage, list, openid);
        answerJson(response, 200, { fileList, errMsg: `${question.name}:ok` });
      } else
        await receive(storage, request, response, { path: url.pathname.slice(FILES.length), openid, fail });
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const isDenied = error.code === 'STORAGE_EXCEED_AUTHORITY';
      return fail(200, error.message, isDenied ? PERMISSION_DENIED.status : INVALID_PARAMETERS);
    }
    return true;
  };
}

interface Upload {
  path: string;
  openid: string;
  fail(status: number, reason: string): true;
}

async function receive(
  storage: Storage,
  request: IncomingMessage,
  response: ServerResponse,
  { path, openid, fail }: Upload,
): Promise<void> {
  const content = await readBody(request, MAX_STORED_FILE_BYTES);
  if (!content) return void fail(413, 'a file may have at most 50 MB');
  const fileID = await storage.uploadAs(openid, decodeURIComponent(path), content);
  answerJson(response, 200, { fileID, errMsg: `${UPLOAD}:ok` });
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

async function addresses(storage: Storage, list: unknown): Promise<object[]> {
  const file_list = !Array.isArray(list)
    ? list
    : (list as (string | AskedFile | null)[]).map((asked) =>
        typeof asked === 'string' ? { fileid: asked } : { fileid: asked?.fileID, max_age: asked?.maxAge },
      );
  const { download_list } = (await storage.handle('storage.batchGetDownloadUrl', { file_list })) as {
    download_list: FoundFile[];
  };
  return download_list.map(({ code, fileID, tempFileURL, maxAge }) =>
    code === 'SUCCESS'
      ? { fileID, tempFileURL, maxAge, status: 0, errMsg: 'ok' }
      : { fileID, tempFileURL: '', ...FILE_NOT_EXISTS },
  );
}

async function deletions(storage: Storage, list: unknown, openid: string): Promise<object[]> {
  const outcomes = { removed: REMOVED, missing: FILE_NOT_EXISTS, denied: PERMISSION_DENIED };
  const fileIds = listIn(list, 'fileList').map((each) => textIn(each, 'fileList'));
  return Promise.all(
    fileIds.map(async (fileID) => ({ fileID, ...outcomes[await storage.removeAs(openid, fileID)] })),
  );
}

function listOf(body: Buffer): unknown {
  try {
    return (JSON.parse(body.toString()) as { fileList?: unknown } | null)?.fileList;
  } catch (cause) {
    throw new PlatformError('INVALID_PARAM', `the body is not valid JSON: ${(cause as Error).message}`);
  }
}
