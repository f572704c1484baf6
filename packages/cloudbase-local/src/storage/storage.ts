import type { ServerResponse } from 'node:http';
import type { PlatformClock } from '../environment/clock';
import { PlatformError } from 'sqlite-document-database';
import { defaultUrlSeconds, maxUrlSeconds, uploadUrlSeconds } from '../platform-limits';
import { checkCloudPath, createFileIds } from './cloud-path';
import { copyFile } from './copy-file';
import { createFileServer, type FileServer } from './file-server';
import { openFileStore } from './file-store';
import { listIn, recordsIn, textIn } from './request-fields';
import { createPathSigner } from './signed-path';

/** Cloud storage: the `storage.*` actions, and the addresses that they hand out. */
export interface Storage {
  /** Answers an action with the response's `data`. Throws PlatformError. */
  handle(action: string, body: Record<string, unknown>): Promise<unknown>;
  /** The address to which a client uploads a file. Throws PlatformError for a path that breaks the rules. */
  prepareUpload(path: string): UploadMetadata;
  /**
   * Writes a file of the person `openid`.
   * @throws PlatformError for a path that breaks the rules, or where another person's file is
   */
  uploadAs(openid: string, path: string, content: Buffer): Promise<string>;
  /** Removes a file, if the person `openid` put it there. */
  removeAs(openid: string, fileId: string): Promise<'removed' | 'missing' | 'denied'>;
  /** Sends a file by its id alone, which is all that a reader needs. */
  deliver(response: ServerResponse, fileId: string): Promise<void>;
  /** Answers an upload or a download under `/storage/`. */
  serve: FileServer['serve'];
}

export interface UploadMetadata {
  url: string;
  token: string;
  authorization: string;
  fileId: string;
  cosFileId: string;
}

export interface StorageOptions {
  dir: string;
  envId: string;
  /** The signing key; keeping it makes addresses valid after a restart. */
  signingKey: string;
  clock: PlatformClock;
  /** The gateway's origin, `http://127.0.0.1:9080`. */
  origin(): string;
}

const missing = 'STORAGE_FILE_NONEXIST';
const denied = 'STORAGE_EXCEED_AUTHORITY';

export function openStorage({ dir, envId, signingKey, clock, origin }: StorageOptions): Storage {
  const files = openFileStore(dir);
  const fileIds = createFileIds(envId);
  const server = createFileServer({ files, signer: createPathSigner(signingKey), now: clock.now, origin });

  function prepareUpload(path: string): UploadMetadata {
    checkCloudPath(path);
    const fileId = fileIds.of(path);
    return { ...server.uploadAddress(path, uploadUrlSeconds), fileId, cosFileId: cosFileIdOf(fileId) };
  }

  /** The path of an existing file. */
  async function found(fileId: string): Promise<string | undefined> {
    const path = fileIds.pathOf(fileId);
    return path !== undefined && (await files.size(path)) !== undefined ? path : undefined;
  }

  async function downloadUrl(asked: Record<string, unknown>): Promise<Record<string, unknown>> {
    const fileID = textIn(asked.fileid, 'fileid');
    const path = await found(fileID);
    if (path === undefined) return { code: missing, fileID, tempFileURL: '' };
    const maxAge = Math.min(maxUrlSeconds, Number(asked.max_age) || defaultUrlSeconds);
    const tempFileURL = server.downloadAddress(path, maxAge);
    return { code: 'SUCCESS', fileID, tempFileURL, download_url: tempFileURL, maxAge };
  }

  async function remove(fileID: string): Promise<Record<string, unknown>> {
    const path = fileIds.pathOf(fileID);
    const existed = path !== undefined && (await files.remove(path));
    return { fileID, code: existed ? 'SUCCESS' : missing };
  }

  /** By the default rule of an environment, everyone reads a file and only its uploader writes it. */
  async function authority(asked: Record<string, unknown>): Promise<Record<string, unknown>> {
    if (asked.type !== 'READ')
      throw new PlatformError('INVALID_PARAM', 'the local cloud knows no other right to a file than READ');
    const fileId = textIn(asked.path, 'path');
    if ((await found(fileId)) === undefined) throw new PlatformError(missing, 'storage file not exist');
    return { path: fileId, cosFileId: cosFileIdOf(fileId), read: true };
  }

  const actions: Record<string, (body: Record<string, unknown>) => Promise<unknown>> = {
    'storage.getUploadMetadata': (body) => Promise.resolve(prepareUpload(textIn(body.path, 'path'))),
    'storage.batchGetDownloadUrl': async (body) => ({
      download_list: await Promise.all(recordsIn(body.file_list, 'file_list').map(downloadUrl)),
    }),
    'storage.batchDeleteFile': async (body) => ({
      delete_list: await Promise.all(
        listIn(body.fileid_list, 'fileid_list').map((each) => remove(textIn(each, 'fileid_list'))),
      ),
    }),
    'storage.batchCopyFile': async (body) => ({
      copy_list: await Promise.all(
        recordsIn(body.file_list, 'file_list').map((each) => copyFile(files, fileIds, each)),
      ),
    }),
    'storage.getFileAuthority': (body) => Promise.all(recordsIn(body.fileList, 'fileList').map(authority)),
  };

  return {
    async handle(action, body) {
      const answer = actions[action];
      if (!answer)
        throw new PlatformError('INVALID_PARAM', `the local cloud does not support the action ${action}`);
      return answer(body);
    },
    prepareUpload,
    async uploadAs(openid, path, content) {
      checkCloudPath(path);
      if (!(await files.putAs(openid, path, content)))
        throw new PlatformError(denied, 'storage permission denied');
      return fileIds.of(path);
    },
    async removeAs(openid, fileId) {
      const path = fileIds.pathOf(fileId);
      return path === undefined ? 'missing' : files.removeAs(openid, path);
    },
    deliver: (response, fileId) => server.deliver(response, fileIds.pathOf(fileId) ?? ''),
    serve: server.serve,
  };
}

function cosFileIdOf(fileId: string): string {
  return Buffer.from(fileId).toString('base64');
}
