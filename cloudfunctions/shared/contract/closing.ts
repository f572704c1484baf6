import { z } from 'zod';
import type { CallName, FunctionName } from './contract';

/** Collection `closings`, of one document: that the environment closes, and how far it has come. */
export const ClosingDocument = z.strictObject({
  _id: z.literal('closing'),
  /** Since when nothing new begins; null while the environment is open. */
  closedAtMs: z.int().nullable(),
  /** When everything personal is erased. */
  eraseAtMs: z.int().nullable(),
  /** The account that was notified last; '' before the first, null once all were notified. */
  notifiedAfter: z.string().max(128).nullable(),
  /** When nothing personal was left for the first time. */
  erasedAtMs: z.int().nullable(),
});
export type ClosingDocument = z.infer<typeof ClosingDocument>;

type CallsByFunction = { readonly [F in FunctionName]?: readonly CallName<F>[] };

/** Calls that begin something new, or collect more about a person: refused as soon as an environment closes. */
const beginning: CallsByFunction = {
  posts: ['publish', 'correct', 'renew', 'keep'],
  contact: ['request'],
  identity: ['bindPhone', 'verify', 'placePictures', 'submitDocument', 'allowAccount'],
  moderation: ['invite', 'apply', 'answerTrial', 'missName'],
  news: ['setAlert'],
  share: ['namePlace'],
};

/** Calls that read and store nothing of a person: the closing is not asked for them, so that they cost what they cost. */
const reading: CallsByFunction = {
  search: ['nearby', 'campaign'],
  posts: ['read', 'mine'],
  contact: ['mine', 'callers', 'interest'],
  identity: ['me', 'copyMyData'],
  moderation: ['myReports', 'myFeedback'],
  news: ['mine', 'waiting', 'alerts'],
  share: ['open', 'endedPost'],
};

const isIn = (calls: CallsByFunction, functionName: FunctionName, call: string): boolean =>
  (calls[functionName] as readonly string[] | undefined)?.includes(call) ?? false;

/** Whether a call depends on the closing at all. */
export const asksForClosing = (functionName: FunctionName, call: string): boolean =>
  !isIn(reading, functionName, call);

/** Whether a call is refused. What people have begun goes on until everything personal is erased. */
export function isRefusedByClosing(
  functionName: FunctionName,
  call: string,
  { closing, nowMs }: { closing: Pick<ClosingDocument, 'closedAtMs' | 'eraseAtMs'> | null; nowMs: number },
): boolean {
  if (closing === null || closing.closedAtMs === null || closing.eraseAtMs === null) return false;
  if (!asksForClosing(functionName, call)) return false;
  return isIn(beginning, functionName, call) || nowMs >= closing.eraseAtMs;
}
