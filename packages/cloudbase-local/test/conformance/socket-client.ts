import { WebSocket } from 'ws';

/** Every one that was opened, the latest last. */
export const openedSockets: SocketClient[] = [];

/**
 * A WebSocket as browsers have it, for Tencent's client: Node 20 has none. As in a browser, every message is heard in a turn
 * of its own.
 */
export class SocketClient extends WebSocket {
  constructor(url: string, headers: Record<string, string> = {}) {
    super(url, { headers, allowSynchronousEvents: false });
    openedSockets.push(this);
  }
}
