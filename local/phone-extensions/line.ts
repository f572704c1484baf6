import type { ExtendedPhone } from 'miniprogram-preview/extension';
import { askExchange } from './exchange-client';

/** A call as the telephone exchange reports it to one phone. */
export interface PhoneCall {
  callId: string;
  state: 'dialling' | 'ringing' | 'talking' | 'ended';
  /** The masked number: no real number ever reaches a phone. */
  shows: string;
  /** Talk time; present once the call has ended. */
  seconds?: number;
  reason?: 'hung-up' | 'cancelled' | 'declined' | 'no-answer';
  /** What the carrier says in place of ringing, or after it. */
  announcement?: string;
}

/** A phone's line to the exchange. */
export interface Line {
  /** Dials a number as people write it down: `170…`, or `170…,12` with an extension. */
  dial(written: string): Promise<PhoneCall | { announcement: string }>;
  answer(callId: string): Promise<void>;
  hangUp(callId: string): Promise<void>;
}

/** Receives every call of the person, including one that is already in progress. */
export function openLine(phone: ExtendedPhone, onCall: (call: PhoneCall) => void): Line {
  const ask = (what: string, body: object): Promise<unknown> => askExchange(phone.openid, what, body);
  phone.listen(`/wechat/events?person=${encodeURIComponent(phone.openid)}`, 'call', (call) =>
    onCall(call as PhoneCall),
  );
  return {
    async dial(written) {
      const [number = '', extension] = written.split(/[,;]+/).map((part) => part.replace(/\D/g, ''));
      const answer = await ask('dial', { number, ...(extension && { extension }) });
      return answer as PhoneCall | { announcement: string };
    },
    answer: async (callId) => void (await ask('answer', { callId })),
    hangUp: async (callId) => void (await ask('hang-up', { callId })),
  };
}
