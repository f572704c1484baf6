import type { MemberDocument } from '../contract/documents';

/** What the kernel needs of the cloud that it runs on. It comes from adapters, never from a client's input. */
export interface Platform {
  /** The caller as WeChat knows it, null when it does not. */
  openid(): string | null;
  /** Whether this invocation comes from a timer of the platform. */
  isTimer(): boolean;
  findMember(openid: string): Promise<MemberDocument | null>;
  /** Whether a person may no longer take part, through whatever account. */
  isBlocked(personId: string): Promise<boolean>;
  nowMs(): number;
  /** Counts a call against its caller's budget; throws when that is spent. */
  spend(call: string, openid: string | null, nowMs: number): Promise<void>;
}
