import { WebSocket } from 'ws';

/** Every socket so far, the latest last. */
export const openedSockets: SocketClient[] = [];

/**
 * A WebSocket like that of browsers, for Tencent's client, because Node 20 has none. As in a browser, every message
 * arrives in its own turn of the event loop.
 */
export class SocketClient extends WebSocket {
  constructor(url: string, headers: Record<string, string> = {}) {
    super(url, { headers, allowSynchronousEvents: false });
    openedSockets.push(this);
  }
}
