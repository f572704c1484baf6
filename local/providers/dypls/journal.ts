import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Entries that survive the process: a line of JSON each, on disk before `append` returns. */
export interface Journal<Entry> {
  /** Throws when the disk does not take it; the file is then as it was. */
  append(entry: Entry): void;
  close(): void;
}

export interface OpenedJournal<Entry> {
  entries: Entry[];
  /** Rewrites the file with these entries, which must include everything that the old ones said and that is still wanted. */
  restart(entries: Entry[]): Journal<Entry>;
}

/**
 * Reads a journal. A last line that was cut short by a crash was never acknowledged, and is left out.
 * Throws a sentence when a line before it cannot be read.
 */
export function openJournal<Entry>(file: string): OpenedJournal<Entry> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const entries = lines.map((line, index) => {
    try {
      return JSON.parse(line) as Entry;
    } catch (error) {
      throw new Error(`${file} is damaged at line ${index + 1}: remove it to start without bindings`, {
        cause: error,
      });
    }
  });
  return {
    entries,
    restart(kept) {
      mkdirSync(dirname(file), { recursive: true });
      const temporary = `${file}.new`;
      const descriptor = openSync(temporary, 'w', 0o600);
      let length = writeLines(descriptor, kept, 0);
      fsyncSync(descriptor);
      renameSync(temporary, file);
      const folder = openSync(dirname(file), 'r');
      fsyncSync(folder);
      closeSync(folder);
      return {
        append(entry) {
          try {
            length += writeLines(descriptor, [entry], length);
            fdatasyncSync(descriptor);
          } catch (error) {
            ftruncateSync(descriptor, length);
            throw error;
          }
        },
        close: () => closeSync(descriptor),
      };
    },
  };
}

/** The bytes written. */
function writeLines(descriptor: number, entries: unknown[], position: number): number {
  const bytes = Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  let written = 0;
  while (written < bytes.length)
    written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
  return written;
}
