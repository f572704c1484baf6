import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { booksOf, documents } from '../integration/contact-ledger';
import type { Product } from '../integration/product';

interface Picture {
  _id: string;
  fileId: string;
  dueAtMs: number | null;
}

/** Files of the storage that no record names, and records that neither a document, a post nor a time to delete them holds. */
export async function filesLeft(product: Product): Promise<string[]> {
  const books = booksOf(product);
  const pictures = await documents<Picture>(books, 'pictures');
  const holders = JSON.stringify([await documents(books, 'posts'), await documents(books, 'documentChecks')]);
  const named = new Set(pictures.map(({ fileId }) => nameOnDisk(fileId)));
  return [
    ...pictures
      .filter(({ _id, dueAtMs }) => dueAtMs === null && !holders.includes(_id))
      .map(({ _id }) => `picture ${_id} is kept for nothing`),
    ...namesOnDisk(product.dataDir)
      .filter((name) => !named.has(name))
      .map((name) => `file ${name} has no record`),
  ];
}

/** As the local cloud names a file; the path follows the environment and its bucket. */
const nameOnDisk = (fileId: string): string =>
  createHash('sha256')
    .update(fileId.replace(/^cloud:\/\/[^/]+\//, ''))
    .digest('hex');

function namesOnDisk(dataDir: string): string[] {
  const dir = join(dataDir, 'files');
  if (!existsSync(dir)) return [];
  const names = readdirSync(dir).flatMap((folder) => readdirSync(join(dir, folder)));
  return [...new Set(names.map((name) => name.slice(0, 64)))];
}
