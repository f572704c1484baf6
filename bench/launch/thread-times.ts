import { readdirSync, readFileSync } from 'node:fs';

/** Where a thread's CPU time belongs. */
export type Part = 'main' | 'collector' | 'database' | 'functions' | 'files';

export interface ThreadTimes {
  /** All threads that were started since the last call belong to this part. */
  name(part: Part): void;
  /** The CPU milliseconds of each part so far, those of ended threads included. */
  sample(): Record<Part, number>;
}

/** Linux counts CPU time in hundredths of a second. */
const tickMs = 10;

/**
 * Adds up the CPU time of this process by what its threads do. Linux names no thread of ours, so a thread belongs to the part that was
 * being started when it appeared. A thread that ends between two samples loses what it did since the first.
 */
export function createThreadTimes(): ThreadTimes {
  const parts = new Map<string, Part>([[String(process.pid), 'main']]);
  const ms = new Map<string, number>();

  function look(part: Part): void {
    for (const thread of readdirSync('/proc/self/task')) {
      if (!parts.has(thread)) parts.set(thread, part);
      const used = cpuMs(thread);
      if (used !== null) ms.set(thread, used);
    }
  }

  return {
    name: look,
    sample() {
      look('functions');
      const sums: Record<Part, number> = { main: 0, collector: 0, database: 0, functions: 0, files: 0 };
      for (const [thread, used] of ms) sums[parts.get(thread) ?? 'functions'] += used;
      return sums;
    },
  };
}

function cpuMs(thread: string): number | null {
  try {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    // The name in parentheses may hold spaces; user and system time are the 14th and 15th fields.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return null;
  }
}
