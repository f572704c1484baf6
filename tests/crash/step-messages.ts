/** The messages between the parent and the cloud's process. */

export type Order =
  | { id: number; what: 'call'; functionName: string; data: unknown; openid: string }
  | { id: number; what: 'load'; collection: string; documents: Record<string, unknown>[] }
  | { id: number; what: 'read'; collection: string }
  | { id: number; what: 'advance'; ms: number }
  | { id: number; what: 'kill-instances'; functionName: string }
  /** Each operation of the database waits for a verdict before and after it from now on, or no longer does. */
  | { id: number; what: 'report-steps'; on: boolean }
  | { id: number; what: 'close' };

/** `drop`: the connection is closed instead; before the operation it then does not happen. */
export type Verdict = 'go' | 'drop';
export type Phase = 'before' | 'after';

export type ToCloud = Order | { verdict: Verdict; step: number };
export type FromCloud =
  | { ready: true }
  | { step: number; phase: Phase }
  | { id: number; value: unknown }
  | { id: number; error: string };
