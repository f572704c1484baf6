import { WebSocketServer, type ServerOptions, type WebSocket } from 'ws';
import type { ClientRules } from './client-rules';
import type { Database } from 'sqlite-document-database';
import { readMessage, type ServerMessage } from '../realtime/messages';
import { createWatchConnection } from '../realtime/watch-connection';
import { createWatchSessions } from '../realtime/watch-sessions';
import type { UpgradeEndpoint } from '../http/server';
import { refuseUpgrade } from '../http/refuse-upgrade';
import { refusedAsForeign } from '../http/request-origin';

export interface ClientWatch {
  upgrade: UpgradeEndpoint;
  close(): void;
}

const route = '/database/watch';
/** A client with more unsent bytes than this is disconnected; it may reconnect for the rest. */
const maxWaitingBytes = 16 * 1024 * 1024;
const serverOptions: ServerOptions & { closeTimeout: number } = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: 1024 * 1024,
  /** How long the client may take to close its end, in milliseconds. */
  closeTimeout: 2000,
};
/** Codes for closing a connection: https://www.iana.org/assignments/websocket/websocket.xhtml */
const goingAway = 1001;
const unsupportedData = 1003;
const invalidData = 1007;
const internalError = 1011;
const tryAgainLater = 1013;

/**
 * `watch()` of `wx.cloud.database()`: a WebSocket at `/database/watch`, over which Tencent's own client speaks
 * (realtime/messages.ts). The client names its person when it logs in. Each collection's rules apply as for `get()`.
 */
export function createClientWatch(
  database: Database,
  rules: () => ClientRules,
  log: (line: string) => void,
): ClientWatch {
  const sessions = createWatchSessions(database, rules, log);
  const connections = new Set<WebSocket>();
  const server = new WebSocketServer(serverOptions);

  function serve(webSocket: WebSocket): void {
    connections.add(webSocket);
    const client = createWatchConnection(sessions, (message: ServerMessage) => {
      if (webSocket.bufferedAmount > maxWaitingBytes) webSocket.close(tryAgainLater, 'too slow');
      else webSocket.send(JSON.stringify(message));
    });
    const fail = (cause: unknown): void => {
      log(`watch of a client: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
      webSocket.close(internalError);
    };
    webSocket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return webSocket.close(unsupportedData, 'only texts are understood');
      const message = readMessage(data.toString());
      if (message) client.take(message).catch(fail);
      else webSocket.close(invalidData, 'not a message of the realtime service');
    });
    // `ws` has already closed a connection that broke the protocol, with the standard's code.
    webSocket.on('error', () => undefined);
    webSocket.on('close', (code) => {
      connections.delete(webSocket);
      client.left(code);
    });
  }

  return {
    upgrade(request, socket, head) {
      if (new URL(request.url ?? '/', 'http://127.0.0.1').pathname !== route) return false;
      const refusal = refusedAsForeign(request, { pagesAllowed: 'same-origin' });
      if (refusal === undefined) server.handleUpgrade(request, socket, head, serve);
      else refuseUpgrade(socket, 403, refusal);
      return true;
    },
    close() {
      for (const connection of connections) connection.close(goingAway);
      sessions.close();
    },
  };
}
