import type { Caller } from '../client/caller';
import type { Asked } from './direct-requests';

/** The messages between the host and a function instance. */

export interface InvokeMessage {
  type: 'invoke';
  requestId: string;
  /** The request at the beginning of the chain. */
  rootRequestId: string;
  /** The event as JSON. */
  event: string;
  caller: Caller;
  /** With it, what the function asks of the platform is known as this invocation's. */
  token: string;
}

/** The gateway's answer to what a function asked, as JSON; null when a fault dropped the connection. */
export interface AnswerMessage {
  type: 'answer';
  id: number;
  json: string | null;
}

export type HostMessage = InvokeMessage | AnswerMessage;

export type InstanceMessage =
  | { type: 'ready' }
  | ({ type: 'ask'; id: number } & Asked)
  | { type: 'broken'; error: ReportedError }
  | { type: 'done'; requestId: string; /* The result as JSON. */ result: string }
  | { type: 'failed'; requestId: string; error: ReportedError }
  | InstanceOutput;

/** A line that the function wrote, with the request it belongs to. */
export interface InstanceOutput {
  type: 'log';
  requestId: string;
  rootRequestId: string;
  stream: 'stdout' | 'stderr';
  text: string;
}

export interface ReportedError {
  message: string;
  stack: string;
}

/** The data that an instance gets at its start. */
export interface InstanceStart {
  /** The built function's file. */
  entryFile: string;
  /** Name of the exported handler. */
  handlerName: string;
  /** The address that requests to the platform's names reach. */
  gatewayUrl: string;
  /** One float64, see PlatformClock. */
  sharedClockOffset: SharedArrayBuffer;
  envId: string;
  /** What a handler's second argument says of the function, the same for all invocations. */
  context: Record<string, unknown>;
}
