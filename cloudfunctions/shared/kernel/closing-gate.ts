import { asksForClosing, isRefusedByClosing, type ClosingDocument } from '../contract/closing';
import type { FunctionName } from '../contract/contract';
import { CallError } from './call-error';

/** Lets a call of a function pass, or throws because the environment is closed. */
export type ClosingGate = (call: string, nowMs: number) => Promise<void>;

export function createClosingGate(
  functionName: FunctionName,
  findClosing: (nowMs: number) => Promise<ClosingDocument | null>,
): ClosingGate {
  return async (call, nowMs) => {
    if (!asksForClosing(functionName, call)) return;
    const closing = await findClosing(nowMs);
    if (isRefusedByClosing(functionName, call, { closing, nowMs })) throw new CallError('closed');
  };
}
