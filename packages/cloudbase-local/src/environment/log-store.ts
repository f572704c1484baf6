import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  type WriteStream,
} from 'node:fs';
import { join } from 'node:path';

/** One line of a function's output, or of the platform about the function. */
export interface LogLine {
  time: string;
  requestId: string;
  /** The request at the beginning of the chain of calls. */
  rootRequestId: string;
  functionName: string;
  stream: 'stdout' | 'stderr' | 'platform';
  text: string;
}

/**
 * Output of the functions by request id: recent lines in memory, those of a week in files with one JSON object a line.
 */
export interface LogStore {
  write(line: Omit<LogLine, 'time'>): void;
  /** Lines of a request id that are still in memory; `readLogs` finds older ones. */
  recent(requestId: string): LogLine[];
  close(): Promise<void>;
}

const rememberedLines = 5_000;
const heldBackMs = 20;
const keptDays = 7;

export function openLogStore(dir: string, now: () => number): LogStore {
  mkdirSync(dir, { recursive: true });
  for (const old of dayFiles(dir).slice(0, -keptDays)) rmSync(join(dir, old));
  const lines: LogLine[] = [];
  let day = '';
  let file: WriteStream | undefined;

  function fileOf(time: string): WriteStream {
    if (file && time.startsWith(day)) return file;
    file?.end();
    day = time.slice(0, 10);
    const opened = createWriteStream(join(dir, `${day}.jsonl`), { flags: 'a' });
    // A process that was killed may have left half a line, which must not swallow the next one.
    opened.write('\n');
    // A failing log must not end the platform, because a full disk also shows where data is written. The next line
    // opens the file again.
    opened.on('error', () => {
      if (file === opened) file = undefined;
    });
    file = opened;
    return opened;
  }

  return {
    write(line) {
      const whole: LogLine = { time: new Date(now()).toISOString(), ...line };
      lines.push(whole);
      if (lines.length > 2 * rememberedLines) lines.splice(0, rememberedLines);
      const opened = fileOf(whole.time);
      if (opened.writableCorked === 0) holdBack(opened);
      opened.write(`${JSON.stringify(whole)}\n`);
    },
    recent: (requestId) => lines.filter((line) => belongsTo(line, requestId)),
    close: () => new Promise((resolve) => (file ? file.end(() => resolve()) : resolve())),
  };
}

/** Lets the lines of the next moment be written at once, because each write of its own costs as much as a small request. */
function holdBack(file: WriteStream): void {
  file.cork();
  setTimeout(() => file.uncork(), heldBackMs);
}

/** Lines of a request id from the files of a log folder, oldest first. */
export function readLogs(dir: string, requestId: string): LogLine[] {
  if (!existsSync(dir)) return [];
  return dayFiles(dir)
    .flatMap((name) => readFileSync(join(dir, name), 'utf8').split('\n'))
    .filter((line) => line.includes(requestId))
    .flatMap(readLine)
    .filter((line) => belongsTo(line, requestId));
}

/** Skips a line that was cut off by a kill or a full disk. */
function readLine(text: string): LogLine[] {
  try {
    return [JSON.parse(text) as LogLine];
  } catch {
    return [];
  }
}

function belongsTo(line: LogLine, requestId: string): boolean {
  return line.requestId === requestId || line.rootRequestId === requestId;
}

function dayFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
}
