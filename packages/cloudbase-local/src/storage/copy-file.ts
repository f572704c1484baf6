import { posix } from 'node:path';
import { PlatformError } from 'sqlite-document-database';
import { checkCloudPath, type FileIds } from './cloud-path';
import type { FileStore } from './file-store';
import { textIn } from './request-fields';

/** The result for one file of `storage.batchCopyFile`: its new id, or why it was not copied. */
export type CopyOutcome = { fileId: string } | { code: string; message: string };

/**
 * Copies a file inside the environment, as `copyFile` of the node SDK requests it: `{src_path, dst_path, overwrite =
 * true, remove_original = false}`, with paths without `cloud://`. The name must stay the same. Codes of refusals are
 * those of the HTTP interface (https://docs.cloudbase.net/http-api/storage/copy-objects).
 */
export async function copyFile(
  files: FileStore,
  fileIds: FileIds,
  asked: Record<string, unknown>,
): Promise<CopyOutcome> {
  const source = textIn(asked.src_path, 'src_path');
  const target = textIn(asked.dst_path, 'dst_path');
  checkCloudPath(source);
  checkCloudPath(target);
  if (source === target) throw new PlatformError('INVALID_PARAM', 'src_path and dst_path are the same');
  if (posix.basename(source) !== posix.basename(target))
    throw new PlatformError('INVALID_PARAM', 'src_path and dst_path have different file names');
  const outcome = await files.copy(source, target, asked.overwrite !== false);
  if (outcome === 'occupied')
    return { code: 'OBJECT_ALREADY_EXIST', message: 'Storage object already exists.' };
  if (outcome === 'missing') return { code: 'OBJECT_NOT_EXIST', message: 'Storage object not exists.' };
  if (asked.remove_original === true) await files.remove(source);
  return { fileId: fileIds.of(target) };
}
