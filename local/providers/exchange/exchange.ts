import { randomUUID } from 'node:crypto';
import type { Subscriptions } from '../dypls/subscriptions';
import type { Register } from '../../people/register';
import { ANNOUNCEMENTS, type Announcement } from './announcements';
import { routeCall } from './route';

/** Connects the phones of the preview through masked numbers. People are openids; no phone number leaves it. */
export interface Exchange {
  /** Rings the other side, or tells what the carrier says instead. */
  dial(openid: string, dialled: string, extension?: string | null): CallView | { announcement: string };
  /** Throws NoSuchCall when this person's phone is not ringing for the call. */
  answer(openid: string, callId: string): void;
  hangUp(openid: string, callId: string): void;
  /** The call this person's phone is in. */
  callOf(openid: string): CallView | undefined;
  records(): CallRecord[];
  close(): void;
}

/** A call as one of its two phones shows it. */
export interface CallView {
  callId: string;
  state: 'dialling' | 'ringing' | 'talking' | 'ended';
  /** The masked number, the same on both phones. */
  shows: string;
  /** Set when it has ended. */
  seconds?: number;
  reason?: EndReason;
  /** What the caller hears at the end, if anything. */
  announcement?: string;
}

export type EndReason = 'hung-up' | 'cancelled' | 'declined' | 'no-answer';

/** What the carrier reports of a call; no phone numbers. */
export interface CallRecord {
  callId: string;
  subsId: string;
  outId: string | null;
  secretNo: string;
  /** Which side of the binding called. */
  caller: 'A' | 'B' | 'N';
  dialledAtMs: number;
  answeredAtMs: number | null;
  endedAtMs: number;
  /** Talk time, whole seconds begun. */
  seconds: number;
  reason: EndReason;
}

export class NoSuchCall extends Error {
  constructor() {
    super('there is no such call on this phone');
    this.name = 'NoSuchCall';
  }
}

export interface ExchangeOptions {
  subscriptions: Subscriptions;
  register: Register;
  now(): number;
  /** Tells a person's phone what happens to its call. */
  notify(openid: string, view: CallView): void;
  onRecord?(record: CallRecord): void;
  /** How long a phone rings when the binding does not say. */
  ringSeconds?: number;
}

interface Call {
  callId: string;
  shows: string;
  callerPhone: string;
  calleePhone: string;
  answeredAtMs: number | null;
  timer: NodeJS.Timeout;
  record: Pick<CallRecord, 'subsId' | 'outId' | 'caller' | 'dialledAtMs'>;
}

const RECORDS_KEPT = 10_000;

export function createExchange(options: ExchangeOptions): Exchange {
  const { subscriptions, register, now, notify, onRecord, ringSeconds = 45 } = options;
  const calls = new Map<string, Call>();
  /** A phone is in one call at a time. */
  const callByPhone = new Map<string, Call>();
  const records: CallRecord[] = [];

  function tell(call: Call, view: Omit<CallView, 'callId' | 'shows'>, to: ('caller' | 'callee')[]): void {
    for (const side of to) {
      const openid = register.openidOfPhone(side === 'caller' ? call.callerPhone : call.calleePhone);
      if (openid !== undefined) notify(openid, { callId: call.callId, shows: call.shows, ...view });
    }
  }

  function callOn(openid: string, callId: string): { call: Call; isCaller: boolean } {
    const call = calls.get(callId);
    const phone = register.phoneOf(openid);
    if (!call || (call.callerPhone !== phone && call.calleePhone !== phone)) throw new NoSuchCall();
    return { call, isCaller: call.callerPhone === phone };
  }

  function end(call: Call, reason: EndReason): void {
    clearTimeout(call.timer);
    calls.delete(call.callId);
    callByPhone.delete(call.callerPhone);
    callByPhone.delete(call.calleePhone);
    const endedAtMs = now();
    const { answeredAtMs, callId, shows } = call;
    const seconds = answeredAtMs === null ? 0 : Math.max(1, Math.ceil((endedAtMs - answeredAtMs) / 1000));
    const record: CallRecord = {
      ...call.record,
      callId,
      secretNo: shows,
      answeredAtMs,
      endedAtMs,
      seconds,
      reason,
    };
    records.push(record);
    if (records.length > RECORDS_KEPT) records.shift();
    onRecord?.(record);
    const view = { state: 'ended', seconds, reason } as const;
    const said = { declined: ANNOUNCEMENTS.busy, 'no-answer': ANNOUNCEMENTS['no-answer'] }[reason as string];
    tell(call, said === undefined ? view : { ...view, announcement: said }, ['caller']);
    tell(call, view, ['callee']);
  }

  return {
    dial(openid, dialled, extension = null) {
      const callerPhone = register.phoneOf(openid);
      const said = (announcement: Announcement) => ({ announcement: ANNOUNCEMENTS[announcement] });
      if (!subscriptions.isNumber(dialled)) return said('no-such-number');
      const route = routeCall(callerPhone, extension, subscriptions.onNumber(dialled));
      if ('announcement' in route) return said(route.announcement);
      if (callByPhone.has(callerPhone) || callByPhone.has(route.rings)) return said('busy');
      const { binding, rings } = route;
      const call: Call = {
        callId: randomUUID(),
        shows: dialled,
        callerPhone,
        calleePhone: rings,
        answeredAtMs: null,
        timer: setTimeout(() => end(call, 'no-answer'), (binding.callTimeoutSeconds ?? ringSeconds) * 1000),
        record: {
          subsId: binding.subsId,
          outId: binding.outId,
          caller: callerPhone === binding.a ? 'A' : callerPhone === binding.b ? 'B' : 'N',
          dialledAtMs: now(),
        },
      };
      calls.set(call.callId, call);
      callByPhone.set(callerPhone, call).set(rings, call);
      tell(call, { state: 'ringing' }, ['callee']);
      tell(call, { state: 'dialling' }, ['caller']);
      return { callId: call.callId, state: 'dialling', shows: dialled };
    },
    answer(openid, callId) {
      const { call, isCaller } = callOn(openid, callId);
      if (isCaller || call.answeredAtMs !== null) throw new NoSuchCall();
      clearTimeout(call.timer);
      call.answeredAtMs = now();
      tell(call, { state: 'talking' }, ['caller', 'callee']);
    },
    hangUp(openid, callId) {
      const { call, isCaller } = callOn(openid, callId);
      end(call, call.answeredAtMs !== null ? 'hung-up' : isCaller ? 'cancelled' : 'declined');
    },
    callOf(openid) {
      const phone = register.phoneOf(openid);
      const call = callByPhone.get(phone);
      if (!call) return undefined;
      const { callId, shows, answeredAtMs } = call;
      const state = answeredAtMs !== null ? 'talking' : call.callerPhone === phone ? 'dialling' : 'ringing';
      return { callId, shows, state };
    },
    records: () => [...records],
    close() {
      for (const { timer } of calls.values()) clearTimeout(timer);
    },
  };
}
