import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientEndpoint } from './client-endpoint';
import { answerJson } from '../http/json-answer';
import { readBody } from '../http/body';
import { PlatformError } from 'sqlite-document-database';
import { maxRequestBytes, maxStoredFileBytes } from '../platform-limits';
import { readClientRequest } from '../http/client-request';
import { listIn, textIn } from '../storage/request-fields';
import type { Storage } from '../storage/storage';

const files = '/files/';
/** The other file calls, with their names in `wx.cloud`. */
const questions: Record<string, { name: string; answer: Answer }> = {
  '/file-addresses': { name: 'cloud.getTempFileURL', answer: addresses },
  '/file-deletions': { name: 'cloud.deleteFile', answer: deletions },
};
type Answer = (storage: Storage, list: unknown, openid: string) => Promise<object[]>;

const upload = 'cloud.uploadFile';

/** Codes and texts with which `wx.cloud` reports the platform's refusals. */
const invalidParameters = -501007;
const permissionDenied = { status: -503002, errMsg: 'storage permission denied' };
const fileNotExists = { status: -503003, errMsg: 'storage file not exists' };
const removed = { status: 0, errMsg: 'ok' };

/**
 * Stored files for clients, by the default rule of an environment: everyone reads, and only the uploader changes or
 * removes a file. The header `x-wx-openid` names the caller.
 * - `POST /files/<cloudPath>` with the file as body: `wx.cloud.uploadFile`, answers `{fileID, errMsg}`.
 * - `GET /files/?id=<fileID>`: the file itself, for pictures and `wx.cloud.downloadFile`.
 * - `POST /file-addresses` `{fileList}`: `wx.cloud.getTempFileURL`.
 * - `POST /file-deletions` `{fileList}`: `wx.cloud.deleteFile`.
 *
 * A failure is answered with status 200 and `{errCode, errMsg}` in the SDK's own words. Other statuses mean a request
 * that the platform's own client could not have made.
 */
export function createClientFiles(storage: Storage): ClientEndpoint {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isFile = url.pathname.startsWith(files);
    const question = isFile ? undefined : questions[url.pathname];
    if (!isFile && !question) return false;
    const fail = (status: number, reason: string, errCode = invalidParameters): true => {
      answerJson(response, status, { errCode, errMsg: `${question?.name ?? upload}:fail ${reason}` });
      return true;
    };
    const posted = 'files are uploaded and asked for with POST';
    const client = readClientRequest(request, { posted, visitors: false });
    const fileId = url.searchParams.get('id');
    // The address of a picture is opened without headers.
    if (
      'reason' in client &&
      client.status === 405 &&
      request.method === 'GET' &&
      isFile &&
      fileId !== null
    ) {
      await storage.deliver(response, fileId);
      return true;
    }
    if ('reason' in client) return fail(client.status, client.reason);
    const { openid } = client;
    try {
      if (question) {
        const list = listOf((await readBody(request, maxRequestBytes)) ?? Buffer.alloc(0));
        const fileList = await question.answer(storage, list, openid);
        answerJson(response, 200, { fileList, errMsg: `${question.name}:ok` });
      } else
        await receive(storage, request, response, { path: url.pathname.slice(files.length), openid, fail });
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const isDenied = error.code === 'STORAGE_EXCEED_AUTHORITY';
      return fail(200, error.message, isDenied ? permissionDenied.status : invalidParameters);
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
  const content = await readBody(request, maxStoredFileBytes);
  if (!content) return void fail(413, 'a file may have at most 50 MB');
  const fileID = await storage.uploadAs(openid, decodeURIComponent(path), content);
  answerJson(response, 200, { fileID, errMsg: `${upload}:ok` });
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
  const files = !Array.isArray(list)
    ? list
    : (list as (string | AskedFile | null)[]).map((asked) =>
        typeof asked === 'string' ? { fileid: asked } : { fileid: asked?.fileID, max_age: asked?.maxAge },
      );
  const { download_list } = (await storage.handle('storage.batchGetDownloadUrl', { file_list: files })) as {
    download_list: FoundFile[];
  };
  return download_list.map(({ code, fileID, tempFileURL, maxAge }) =>
    code === 'SUCCESS'
      ? { fileID, tempFileURL, maxAge, status: 0, errMsg: 'ok' }
      : { fileID, tempFileURL: '', ...fileNotExists },
  );
}

async function deletions(storage: Storage, list: unknown, openid: string): Promise<object[]> {
  const outcomes = { removed: removed, missing: fileNotExists, denied: permissionDenied };
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
