import { session } from '../session';

/** A call as this phone hears of it from the telephone exchange. */
export interface PhoneCall {
  callId: string;
  state: 'dialling' | 'ringing' | 'talking' | 'ended';
  /** The masked number; no other ever reaches a phone. */
  shows: string;
  /** Talk time, when it has ended. */
  seconds?: number;
  reason?: 'hung-up' | 'cancelled' | 'declined' | 'no-answer';
  /** What the carrier says instead of, or after, ringing. */
  announcement?: string;
}

/** A preview that is served alone has no exchange. */
export const hasLine = (): boolean => session.exchangeUrl !== '';

/** Hears of every call of whoever holds this phone, also of one that is under way already. */
export function listenToLine(onCall: (call: PhoneCall) => void): void {
  if (!hasLine()) return;
  const events = new EventSource(
    `${session.exchangeUrl}/events?person=${encodeURIComponent(session.openid)}`,
  );
  events.addEventListener('call', (event) => onCall(JSON.parse(String(event.data)) as PhoneCall));
}

/** Dials a number as people write it down: `170…`, or `170…,12` with an extension. Rejects when the line is dead. */
export async function dial(written: string): Promise<PhoneCall | { announcement: string }> {
  const [number = '', extension] = written.split(/[,;]+/).map((part) => part.replace(/\D/g, ''));
  return (await ask('dial', { number, ...(extension && { extension }) })) as
    PhoneCall | { announcement: string };
}

export async function answerCall(callId: string): Promise<void> {
  await ask('answer', { callId });
}

export async function hangUp(callId: string): Promise<void> {
  await ask('hang-up', { callId });
}

async function ask(what: string, body: object): Promise<unknown> {
  const response = await fetch(`${session.exchangeUrl}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: session.openid, ...body }),
  });
  if (!response.ok) throw new Error(`the exchange refuses ${what}: ${response.status}`);
  return response.json();
}
