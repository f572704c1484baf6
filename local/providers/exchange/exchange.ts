import { randomUUID } from 'node:crypto';
import type { Subscriptions } from '../dypls/subscriptions';
import type { Register } from '../../people/register';
import { announcements, type Announcement } from './announcements';
import {
  dialledRecord,
  endedRecord,
  viewOn,
  type Call,
  type CallRecord,
  type CallView,
  type EndReason,
} from './call';
import { routeCall } from './route';

/**
 * Connects the phones of the preview through masked numbers. People are openids; no phone number leaves this service.
 */
export interface Exchange {
  /** Rings the other side, or returns the carrier's announcement. */
  dial(openid: string, dialled: string, extension?: string | null): CallView | { announcement: string };
  /** Throws NoSuchCall when the call is not ringing on this person's phone. */
  answer(openid: string, callId: string): void;
  hangUp(openid: string, callId: string): void;
  /** The call in which this person's phone is. */
  callOf(openid: string): CallView | undefined;
  records(): CallRecord[];
  close(): void;
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
  /** Shows a person's phone what happens to its call. */
  notify(openid: string, view: CallView): void;
  onRecord?(record: CallRecord): void;
  /** How long a phone rings when the binding does not say. */
  ringSeconds?: number;
}

const recordsKept = 10_000;

export function createExchange(options: ExchangeOptions): Exchange {
  const { subscriptions, register, now, notify, onRecord, ringSeconds = 45 } = options;
  const calls = new Map<string, Call>();
  /** A phone takes part in one call at a time. */
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
    const record = endedRecord(call, reason, now());
    records.push(record);
    if (records.length > recordsKept) records.shift();
    onRecord?.(record);
    const view = { state: 'ended', seconds: record.seconds, reason } as const;
    const said = { declined: announcements.busy, 'no-answer': announcements['no-answer'] }[reason as string];
    tell(call, said === undefined ? view : { ...view, announcement: said }, ['caller']);
    tell(call, view, ['callee']);
  }

  return {
    dial(openid, dialled, extension = null) {
      const callerPhone = register.phoneOf(openid);
      const said = (announcement: Announcement) => ({ announcement: announcements[announcement] });
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
        record: dialledRecord(binding, callerPhone, now()),
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
      return call && viewOn(phone, call);
    },
    records: () => [...records],
    close() {
      for (const { timer } of calls.values()) clearTimeout(timer);
    },
  };
}
