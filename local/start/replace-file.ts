import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a file that another process may be loading. That process gets the old content or the new, never a part,
 * because a rename is atomic. A build's output need not survive a power cut, so nothing waits for the disk.
 */
export function replaceFile(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.new`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}
