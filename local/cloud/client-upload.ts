import type { ClientEndpoint } from './client-endpoint';
import { answerJson } from './gateway';
import { readBody } from './http-body';
import { PlatformError } from './platform-error';
import { MAX_STORED_FILE_BYTES } from './platform-limits';
import { refusedAsForeign } from './request-origin';
import type { Storage } from './storage/storage';

const PREFIX = '/files/';

/**
 * `wx.cloud.uploadFile` over HTTP: `POST /files/<cloudPath>`, the body is the file. Answers `{fileID, errMsg}`, or
 * `{errCode, errMsg}` in the SDK's own words; both with status 200. Other statuses stand for requests that the
 * platform's own client could not have made.
 */
export function createClientUpload(storage: Storage): ClientEndpoint {
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!pathname.startsWith(PREFIX)) return false;
    const fail = (status: number, reason: string): true => {
      answerJson(response, status, { errCode: -501007, errMsg: `cloud.uploadFile:fail ${reason}` });
      return true;
    };
    const refusal = refusedAsForeign(request, { pagesAllowed: 'same-origin' });
    if (refusal !== undefined) return fail(403, refusal);
    if (request.method !== 'POST') return fail(405, 'a file is uploaded with POST');
    const content = await readBody(request, MAX_STORED_FILE_BYTES);
    if (!content) return fail(413, 'a file may have at most 50 MB');
    try {
      const fileID = await store(storage, decodeURIComponent(pathname.slice(PREFIX.length)), content);
      answerJson(response, 200, { fileID, errMsg: 'cloud.uploadFile:ok' });
    } catch (error) {
      if (error instanceof PlatformError) return fail(200, error.message);
      throw error;
    }
    return true;
  };
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
