import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { encodeFrame, frameReader, Opcode } from '../../local/cloud/realtime/frames';

/** Every one that was opened, the latest last. */
export const openedSockets: SocketClient[] = [];

/**
 * A WebSocket as browsers have it, as far as Tencent's client uses one: Node 20 has none. As in a browser, every message is
 * heard in a turn of its own.
 */
export class SocketClient {
  readyState = 0;
  onopen: (event: object) => void = () => undefined;
  onmessage: (event: { data: string }) => void = () => undefined;
  onerror: (event: object) => void = () => undefined;
  onclose: (event: { code: number; reason: string }) => void = () => undefined;
  private socket: Socket | undefined;
  private events: (() => void)[] = [];

  constructor(url: string, headers: Record<string, string> = {}) {
    openedSockets.push(this);
    const handshake = request(url.replace(/^ws/, 'http'), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        ...headers,
      },
    });
    handshake.on('upgrade', (_response, socket, head) => this.open(socket, head));
    handshake.on('response', ({ statusCode }) => this.fail(`refused with ${statusCode}`));
    handshake.on('error', ({ message }) => this.fail(message));
    handshake.end();
  }

  send(text: string): void {
    this.write(Opcode.Text, Buffer.from(text));
  }

  close(code = 1000): void {
    if (this.readyState > 1) return;
    this.readyState = 2;
    const payload = Buffer.alloc(2);
    payload.writeUInt16BE(code);
    this.write(Opcode.Close, payload);
    this.ended(code);
  }

  /** As when the network is gone. */
  breakOff(): void {
    this.socket?.destroy();
  }

  private open(socket: Socket, head: Buffer): void {
    this.socket = socket;
    this.readyState = 1;
    const read = frameReader(1 << 30, false);
    const receive = (chunk: Buffer): void => {
      for (const { opcode, payload } of read(chunk)) {
        if (opcode === Opcode.Text) this.later(() => this.onmessage({ data: payload.toString() }));
        if (opcode === Opcode.Close) this.ended(payload.readUInt16BE(0));
      }
    };
    socket.on('data', receive);
    socket.on('error', () => undefined);
    socket.on('close', () => this.ended(1006));
    this.later(() => this.onopen({}));
    if (head.length > 0) receive(head);
  }

  private write(opcode: number, payload: Buffer): void {
    this.socket?.write(encodeFrame(opcode, payload, randomBytes(4)));
  }

  private ended(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.socket?.end();
    this.later(() => this.onclose({ code, reason: '' }));
  }

  private fail(reason: string): void {
    this.readyState = 3;
    this.later(() => {
      this.onerror({ message: reason });
      this.onclose({ code: 1006, reason });
    });
  }

  private later(event: () => void): void {
    this.events.push(event);
    setImmediate(() => this.events.shift()?.());
  }
}
