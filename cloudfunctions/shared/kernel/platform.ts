import type { FunctionName } from '../contract/contract';
import type { MemberDocument } from '../contract/documents';
import type { AddCounts } from './counting';

/** The services that the kernel needs from its cloud. They come from adapters, never from a client's input. */
export interface Platform {
  /** The caller's openid, or null when WeChat does not know the caller. */
  openid(): string | null;
  /** Whether this invocation comes from a timer of the platform. */
  isTimer(): boolean;
  findMember(openid: string): Promise<MemberDocument | null>;
  /** Whether a person may no longer take part, from any account. */
  isBlocked(personId: string): Promise<boolean>;
  /** Throws when the environment is closed to this call. */
  passClosing(call: string, nowMs: number): Promise<void>;
  nowMs(): number;
  /** Learns that the platform ends the running call in so many milliseconds. */
  limitCall(ms: number): void;
  /** Brings what operators may change while an instance runs up to date. Never throws. */
  refresh(nowMs: number): Promise<void>;
  /** Counts a call against its caller's budget; throws when the budget is spent. */
  spend(call: string, openid: string | null, nowMs: number): Promise<void>;
  /** The name under which the function's calls are counted. */
  functionName: FunctionName;
  addCounts: AddCounts;
}
