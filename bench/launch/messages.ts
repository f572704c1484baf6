import type { Part } from './thread-times';

/** How the product is started in its own process. */
export interface ServeOptions {
  dataDir: string;
  /** 0 takes any free port. */
  port: number;
  /** The platform's time. */
  nowMs: number;
  /** The accounts whose holders the register of residents must know. */
  openids: string[];
}

/** What the benchmark asks of the product's process. */
export type Question =
  | { what: 'usage' }
  | { what: 'find'; collection: string; ids: string[] }
  | { what: 'kill-instances'; functionName: string }
  | { what: 'providers-down'; isDown: boolean }
  | { what: 'end' };

/** The process's answer to the question with this number; number 0 says that it serves. */
export interface Answer {
  id: number;
  value: unknown;
}

/** CPU and memory of the product's process. */
export interface Usage {
  cpuMs: Record<Part, number>;
  rssBytes: number;
  /** What of it are pages of files, which the system takes back when it needs them. */
  fileBytes: number;
}
