import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClientRules } from './client-rules';
import type { Database } from './database/database';
import { readMessage, type Told } from './realtime/messages';
import { watchConnection } from './realtime/watch-connection';
import { watchSessions } from './realtime/watch-sessions';
import { acceptWebSocket, refuseUpgrade } from './realtime/web-socket';
import { refusedAsForeign } from './request-origin';

/** Takes over a connection that asks for another protocol; false when the address is not its own. */
export type UpgradeEndpoint = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

export interface ClientWatch {
  upgrade: UpgradeEndpoint;
  close(): void;
}

const ROUTE = '/database/watch';
/** A client that takes no more than this of what it is told is cut off; it may come back for the rest. */
const MAX_WAITING_BYTES = 16 * 1024 * 1024;
/** https://www.iana.org/assignments/websocket/websocket.xhtml */
const GOING_AWAY = 1001;
const INTERNAL_ERROR = 1011;
const TRY_AGAIN_LATER = 1013;

/**
 * `watch()` of `wx.cloud.database()`: a WebSocket at `/database/watch`, over which Tencent's own client speaks
 * (realtime/messages.ts). Who asks, it says when it logs in; the rules of each collection hold as for `get()`.
 */
export function createClientWatch(
  database: Database,
  rules: () => ClientRules,
  log: (line: string) => void,
): ClientWatch {
  const sessions = watchSessions(database, rules, log);
  const connections = new Set<{ close(code: number): void }>();
  return {
    upgrade(request, socket, head) {
      if (new URL(request.url ?? '/', 'http://127.0.0.1').pathname !== ROUTE) return false;
      const refusal = refusedAsForeign(request, { pagesAllowed: 'same-origin' });
      if (refusal !== undefined) {
        refuseUpgrade(socket, 403, refusal);
        return true;
      }
      const webSocket = acceptWebSocket(request, socket, head, {
        message(text) {
          const message = readMessage(text);
          if (message) client.take(message).catch(stumble);
          else webSocket?.close(1007, 'not a message of the realtime service');
        },
        closed(code) {
          if (webSocket) connections.delete(webSocket);
          client.left(code);
        },
      });
      const client = watchConnection(sessions, (message: Told) => {
        if (!webSocket) return;
        if (webSocket.waitingBytes() > MAX_WAITING_BYTES) webSocket.close(TRY_AGAIN_LATER, 'too slow');
        else webSocket.send(JSON.stringify(message));
      });
      const stumble = (cause: unknown): void => {
        log(`watch of a client: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
        webSocket?.close(INTERNAL_ERROR);
      };
      if (webSocket) connections.add(webSocket);
      return true;
    },
    close() {
      for (const connection of connections) connection.close(GOING_AWAY);
      sessions.close();
    },
  };
}
