import { session } from '../session';
import { storedFileUrl } from '../stored-files';
import { ApiFailure, calls } from './registry';
import { temporaryPath } from './temporary-path';

interface CallFunctionOptions {
  name: string;
  data?: unknown;
}

/** What the functions endpoint answers. */
interface FunctionAnswer {
  result?: unknown;
  errMsg?: string;
  errCode?: number | string;
  requestID?: string;
}

/** `wx.cloud`: calls the functions of the local cloud in the name of the phone's holder. */
export function createCloud(): Record<string, unknown> {
  const cloud: Record<string, unknown> = {
    init: () => undefined,
    CloudID: cloudId,
    database,
    ...calls({ callFunction, uploadFile, downloadFile, getTempFileURL, deleteFile }, 'cloud.'),
    DYNAMIC_CURRENT_ENV: 'DYNAMIC_CURRENT_ENV',
  };
  return cloud;
}

type OpenDatabase = (send: (action: string, parameters: object) => Promise<unknown>) => unknown;

/** The database code is a separate script (database/main.ts), loaded when the program's sources mention it. */
function database(): unknown {
  const { openCloudDatabase } = globalThis as typeof globalThis & { openCloudDatabase?: OpenDatabase };
  if (!openCloudDatabase)
    throw new Error('wx.cloud.database must be written so in the sources: its code is loaded for that word');
  return openCloudDatabase(async (action, parameters) => {
    if (!session.online) return { code: 'REQUEST_FAIL', message: 'network is offline' };
    if (action === 'auth.wsWebSign') return { data: realtimeTicket() };
    const response = await fetch(session.functionsUrl.replace(/functions$/, 'database'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': session.openid },
      body: JSON.stringify({ ...parameters, action }),
    });
    return (await response.json()) as unknown;
  });
}

/** The address of database changes. The local cloud accepts the openid in place of a signature. */
function realtimeTicket(): object {
  const url = new URL(`${session.functionsUrl.replace(/functions$/, 'database')}/watch`, location.href);
  const wsUrl = url.href.replace(/^http/, 'ws');
  return { signStr: session.openid, wsUrl, secretVersion: 1, envId: 'local' };
}

/**
 * A reference to data that only the cloud can open. The cloud opens it only at the top level of a call's data; deeper
 * down it remains plain text.
 */
class CloudId {
  constructor(readonly id: string) {}

  toJSON(): string {
    return this.id;
  }
}

/** Can be called with `new` or without. */
function cloudId(id: string): CloudId {
  return new CloudId(id);
}

/** Lists the fields of the data that the cloud must open. */
function cloudIdsHeader(data: unknown): Record<string, string> {
  const fields = Object.entries(Object(data) as object).filter(([, value]) => value instanceof CloudId);
  if (fields.length === 0) return {};
  return { 'x-wx-cloud-ids': encodeURIComponent(fields.map(([name]) => name).join(',')) };
}

async function callFunction({ name, data = {} }: CallFunctionOptions): Promise<object> {
  if (!name)
    throw new ApiFailure('parameter error: parameter.name should be String instead of Undefined;', {
      errCode: -401003,
    });
  const answer = await post(name, data);
  const { result, requestID, errMsg, errCode } = answer;
  if (errCode !== undefined && errCode !== 0) throw new ApiFailure(reasonOf(errMsg), { errCode, requestID });
  return { result, requestID };
}

/** Uploads to the same cloud; `filePath` is what `chooseMedia` answered. */
async function uploadFile({ cloudPath, filePath }: { cloudPath: string; filePath: string }): Promise<object> {
  if (!cloudPath || !filePath)
    throw new ApiFailure('parameter error: cloudPath and filePath should be String');
  if (!session.online) throw new ApiFailure('-501000 request:fail network is offline', { errCode: -501000 });
  const file = await (await fetch(filePath)).blob();
  const path = cloudPath.split('/').map(encodeURIComponent).join('/');
  const response = await fetch(`${session.functionsUrl.replace(/functions$/, 'files')}/${path}`, {
    method: 'POST',
    headers: { 'x-wx-openid': session.openid },
    body: file,
  });
  const answer = (await response.json()) as { fileID?: string; errMsg?: string; errCode?: number };
  if (answer.fileID === undefined)
    throw new ApiFailure((answer.errMsg ?? '').replace(/^cloud\.uploadFile:fail\s*/, ''), {
      errCode: answer.errCode,
    });
  return { fileID: answer.fileID, statusCode: 204 };
}

async function downloadFile({ fileID }: { fileID: string }): Promise<object> {
  if (typeof fileID !== 'string')
    throw new ApiFailure('parameter error: parameter.fileID should be String', { errCode: -401003 });
  if (!session.online) throw new ApiFailure('-501000 request:fail network is offline', { errCode: -501000 });
  const response = await fetch(storedFileUrl(fileID));
  if (!response.ok) throw new ApiFailure('-503003 storage file not exists', { errCode: -503003 });
  return { tempFilePath: temporaryPath(await response.blob(), fileID), statusCode: 200 };
}

const getTempFileURL = (options: FileListOptions) => askOfFiles('getTempFileURL', 'file-addresses', options);

const deleteFile = (options: FileListOptions) => askOfFiles('deleteFile', 'file-deletions', options);

interface FileListOptions {
  fileList: unknown;
}

/** Requests one thing for each file of a list; the answer's list has a result for each. */
async function askOfFiles(name: string, address: string, { fileList }: FileListOptions): Promise<object> {
  if (!session.online) throw new ApiFailure('-501000 request:fail network is offline', { errCode: -501000 });
  const response = await fetch(session.functionsUrl.replace(/functions$/, address), {
    method: 'POST',
    headers: { 'x-wx-openid': session.openid },
    body: JSON.stringify({ fileList }),
  });
  const answer = (await response.json()) as { fileList?: unknown[]; errMsg?: string; errCode?: number };
  if (!answer.fileList) {
    const reason = (answer.errMsg ?? '').replace(`cloud.${name}:fail `, '');
    throw new ApiFailure(reason, { errCode: answer.errCode });
  }
  return { fileList: answer.fileList };
}

async function post(name: string, data: unknown): Promise<FunctionAnswer> {
  if (!session.online) throw new ApiFailure('-501000 request:fail network is offline', { errCode: -501000 });
  try {
    const response = await fetch(`${session.functionsUrl}/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-wx-openid': session.openid,
        ...cloudIdsHeader(data),
      },
      body: JSON.stringify(data),
    });
    return (await response.json()) as FunctionAnswer;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ApiFailure(`-501000 request:fail ${reason}`, { errCode: -501000 });
  }
}

/** The endpoint's message already begins with the call's name, so the name is not added a second time. */
function reasonOf(message = 'unknown error'): string {
  return message.replace(/^cloud\.callFunction:fail\s*/, '');
}
