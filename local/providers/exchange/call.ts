import type { Binding } from '../dypls/binding';

/** A call as one of its two phones shows it. */
export interface CallView {
  callId: string;
  state: 'dialling' | 'ringing' | 'talking' | 'ended';
  /** The masked number, the same on both phones. */
  shows: string;
  /** Set once the call has ended. */
  seconds?: number;
  reason?: EndReason;
  /** The announcement at the end of the call, if there was one. */
  announcement?: string;
}

export type EndReason = 'hung-up' | 'cancelled' | 'declined' | 'no-answer';

/** What the carrier reports about a call, without phone numbers. */
export interface CallRecord {
  callId: string;
  subsId: string;
  outId: string | null;
  secretNo: string;
  /** The side of the binding that called. */
  caller: 'A' | 'B' | 'N';
  dialledAtMs: number;
  answeredAtMs: number | null;
  endedAtMs: number;
  /** Talk time; a second that has begun counts. */
  seconds: number;
  reason: EndReason;
}

/** A call in progress. */
export interface Call {
  callId: string;
  shows: string;
  callerPhone: string;
  calleePhone: string;
  answeredAtMs: number | null;
  timer: NodeJS.Timeout;
  record: Pick<CallRecord, 'subsId' | 'outId' | 'caller' | 'dialledAtMs'>;
}

/** What the record of a call through a binding holds from the start. */
export function dialledRecord(binding: Binding, callerPhone: string, dialledAtMs: number): Call['record'] {
  const caller = callerPhone === binding.a ? 'A' : callerPhone === binding.b ? 'B' : 'N';
  return { subsId: binding.subsId, outId: binding.outId, caller, dialledAtMs };
}

export function endedRecord(call: Call, reason: EndReason, endedAtMs: number): CallRecord {
  const { answeredAtMs, callId, shows } = call;
  const seconds = answeredAtMs === null ? 0 : Math.max(1, Math.ceil((endedAtMs - answeredAtMs) / 1000));
  return { ...call.record, callId, secretNo: shows, answeredAtMs, endedAtMs, seconds, reason };
}

/** A call in progress, as one of its phones shows it. */
export function viewOn(phone: string, { callId, shows, answeredAtMs, callerPhone }: Call): CallView {
  const state = answeredAtMs !== null ? 'talking' : callerPhone === phone ? 'dialling' : 'ringing';
  return { callId, shows, state };
}
