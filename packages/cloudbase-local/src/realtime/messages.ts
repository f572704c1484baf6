/**
 * The messages between Tencent's client and its realtime service, as `@cloudbase/database` reads and writes them
 * (`src/realtime`, `src/typings/realtime.ts`).
 */
export interface ClientMessage {
  /** The watch that the message belongs to; absent in messages about the connection itself. */
  watchId?: string;
  requestId: string;
  msgType: 'LOGIN' | 'INIT_WATCH' | 'REBUILD_WATCH' | 'CHECK_LAST' | 'CLOSE_WATCH' | 'PING';
  msgData: Record<string, unknown>;
  exMsgData: Record<string, unknown>;
}

export interface ServerMessage {
  watchId?: string;
  /** The id of the message that this one answers. */
  requestId: string;
  msgType: 'LOGIN_RES' | 'INIT_EVENT' | 'NEXT_EVENT' | 'CHECK_EVENT' | 'PONG' | 'ERROR';
  msgData: unknown;
}

/** One document's change on the wire. Texts are JSON; an empty text means that the client has the document already. */
export interface WireEvent {
  /** Events with the same number arrive as one snapshot; the numbers have no gaps. */
  ID: number;
  DataType: string;
  QueueType: string;
  DocID: unknown;
  Doc: string;
  UpdatedFields?: string;
  /** Tencent's client tests for this name or `RemovedFields`, but reads only this one. */
  removedFields?: string;
}

/** The codes that the client distinguishes; it treats any other like `SYS_ERR`. */
export type ErrorCode =
  | 'SYS_ERR'
  | 'CHECK_LOGIN_FAILED'
  | 'SIGN_PARAM_INVALID'
  | 'COLLECTION_PERMISSION_DENIED'
  | 'QUERYID_INVALID_ERROR';

/** Parses a text from a client; undefined when it is not a message. */
export function readMessage(text: string): ClientMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { watchId, requestId, msgType, msgData, exMsgData } = value as Record<string, unknown>;
  if (typeof msgType !== 'string' || typeof requestId !== 'string') return undefined;
  return {
    ...(typeof watchId === 'string' && { watchId }),
    requestId,
    msgType: msgType as ClientMessage['msgType'],
    msgData: Object(msgData) as Record<string, unknown>,
    exMsgData: Object(exMsgData) as Record<string, unknown>,
  };
}
