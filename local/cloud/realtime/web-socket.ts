import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { BrokenFrame, encodeFrame, frameReader, Opcode, type Frame } from './frames';

/** The server's end of a WebSocket that carries texts. */
export interface WebSocketConnection {
  send(text: string): void;
  /** Bytes sent that the other side has not taken. */
  waitingBytes(): number;
  /** @param code https://www.rfc-editor.org/rfc/rfc6455#section-7.4 */
  close(code: number, reason?: string): void;
}

export interface WebSocketEvents {
  message(text: string): void;
  /** Once. 1006: it broke off, 1005: the other side gave no code. */
  closed(code: number): void;
}

const ABNORMAL = 1006;
const NO_CODE = 1005;
/** Longest message taken. */
const MAX_MESSAGE_BYTES = 1024 * 1024;
/** How long the other side may take to close its end. */
const CLOSING_MS = 2000;

/** Answers the handshake. Undefined when the request asks for no WebSocket of version 13; it is refused then. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  events: WebSocketEvents,
): WebSocketConnection | undefined {
  const key = request.headers['sec-websocket-key'];
  const isAsked = request.headers.upgrade?.toLowerCase() === 'websocket' && request.method === 'GET';
  if (!isAsked || key === undefined || request.headers['sec-websocket-version'] !== '13') {
    refuseUpgrade(socket, 400, 'not the handshake of a WebSocket of version 13');
    return undefined;
  }
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${acceptKey(key)}\r\n\r\n`,
  );
  return connection(socket, head, events);
}

/** Says no to an upgrade, in plain HTTP. */
export function refuseUpgrade(socket: Duplex, status: number, reason: string): void {
  const body = `${reason}\n`;
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** What a server answers to the key of a handshake. */
export function acceptKey(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

function connection(socket: Duplex, head: Buffer, events: WebSocketEvents): WebSocketConnection {
  const read = frameReader(MAX_MESSAGE_BYTES, true);
  let parts: Buffer[] = [];
  let isOpen = true;
  let code = ABNORMAL;
  const send = (opcode: number, payload: Buffer): void => {
    if (socket.writable) socket.write(encodeFrame(opcode, payload));
  };
  const close = (closing: number, reason = ''): void => {
    if (!isOpen) return;
    isOpen = false;
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16BE(closing);
    send(Opcode.Close, Buffer.concat([bytes, Buffer.from(reason).subarray(0, 120)]));
    socket.end();
    setTimeout(() => socket.destroy(), CLOSING_MS).unref();
  };
  const take = ({ opcode, isFinal, payload }: Frame): void => {
    if (opcode === Opcode.Ping) return send(Opcode.Pong, payload);
    if (opcode === Opcode.Pong) return;
    if (opcode === Opcode.Close) {
      code = payload.length >= 2 ? payload.readUInt16BE(0) : NO_CODE;
      return close(code === NO_CODE ? 1000 : code);
    }
    if (opcode !== Opcode.Text && opcode !== Opcode.Continuation)
      throw new BrokenFrame(1003, 'only texts are understood');
    if ((opcode === Opcode.Continuation) !== parts.length > 0)
      throw new BrokenFrame(1002, 'a message within a message');
    parts.push(payload);
    if (parts.reduce((sum, part) => sum + part.length, 0) > MAX_MESSAGE_BYTES)
      throw new BrokenFrame(1009, 'the message is too long');
    if (!isFinal) return;
    const text = Buffer.concat(parts).toString();
    parts = [];
    events.message(text);
  };
  const receive = (chunk: Buffer): void => {
    try {
      for (const frame of read(chunk)) if (isOpen) take(frame);
    } catch (cause) {
      if (!(cause instanceof BrokenFrame)) throw cause;
      code = cause.code;
      close(cause.code, cause.message);
    }
  };
  if (head.length > 0) socket.unshift(head);
  socket.on('data', receive);
  socket.on('error', () => socket.destroy());
  socket.on('end', () => socket.end());
  socket.on('close', () => {
    isOpen = false;
    events.closed(code);
  });
  return {
    send: (text) => {
      if (isOpen) send(Opcode.Text, Buffer.from(text));
    },
    waitingBytes: () => socket.writableLength,
    close,
  };
}
