import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../official/files-below';
import { buildNpm, uploadProgram } from '../../official/wechat-ci';

/**
 * Uploads a staged program unless this machine has uploaded the same one before, because each upload makes a version
 * that waits for review. Answers whether it uploaded.
 */
export async function uploadWhenChanged(
  folder: string,
  upload: { appId: string; keyFile: string; version: string; description: string },
): Promise<boolean> {
  const marker = join(folder, 'uploaded.txt');
  const hash = programHash(folder, upload.appId);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return false;
  await buildNpm(folder);
  await uploadProgram(folder, upload);
  writeFileSync(marker, hash);
  return true;
}

function programHash(folder: string, appId: string): string {
  const program = join(folder, 'miniprogram');
  const hash = createHash('sha256').update(appId);
  for (const path of filesBelow(program)) hash.update(`${path}\0`).update(readFileSync(join(program, path)));
  return hash.digest('hex');
}
