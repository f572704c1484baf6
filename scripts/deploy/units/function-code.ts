import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { download } from '../cloud/download';
import { readZip, writeZip } from 'cloudbase-local';

/** A built function, packed for upload. */
export interface FunctionCode {
  files: ReadonlyMap<string, Buffer>;
  zip: Buffer;
  /** For people: a short hash and the size of the archive. */
  text: string;
}

/** The size limit of one request to the API. */
const mostZipBytes = 1.5 * 1024 * 1024;

/** Packs the folder of a built function. Throws when the archive is too large for one request. */
export function packFunction(folder: string): FunctionCode {
  const names = readdirSync(folder).sort();
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const zip = writeZip(files);
  if (zip.length > mostZipBytes)
    throw new Error(`${folder} packs to ${zip.length} bytes, and at most ${mostZipBytes} can be sent`);
  return { files, zip, text: `${hashOf(files).slice(0, 12)}, ${Math.round(zip.length / 1024)} KB packed` };
}

/**
 * Whether the archive at `url` holds the same files. Archives may differ all the same, because the platform may pack
 * them again.
 */
export async function sameCode(code: FunctionCode, url: string): Promise<boolean> {
  return hashOf(readZip(await download(url))) === hashOf(code.files);
}

function hashOf(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256');
  for (const [path, content] of [...files].sort(([left], [right]) => (left < right ? -1 : 1)))
    hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}
