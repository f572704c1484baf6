import { PlatformError } from 'sqlite-document-database';
import { isOpenid } from '../http/client-request';
import { createConnectionWatches } from './connection-watches';
import type { ClientMessage } from './messages';
import { createReplies } from './replies';
import type { Send } from './watch-session';
import type { WatchSessions } from './watch-sessions';

/** One client on one connection. */
export interface WatchConnection {
  take(message: ClientMessage): Promise<void>;
  /** @param code the code with which the connection was closed */
  left(code: number): void;
}

/**
 * The code for a page that the browser leaves: its client watches nothing any more. After any other code the client may
 * come back.
 */
const finalCodes = [1001, 3001];

export function createWatchConnection(sessions: WatchSessions, send: Send): WatchConnection {
  const replies = createReplies(send);
  const watches = createConnectionWatches(sessions, send, replies);
  let openid: string | undefined;

  function logIn(message: ClientMessage): void {
    const person = String(message.exMsgData.signStr);
    if (!isOpenid(person)) return replies.refuse(message, 'SIGN_PARAM_INVALID', 'signStr is not an openid');
    openid = person;
    replies.answer(message, 'LOGIN_RES', { envId: message.msgData.envId });
  }

  async function take(message: ClientMessage): Promise<void> {
    const { watchId = '', msgType } = message;
    if (msgType === 'PING') return replies.answer(message, 'PONG', null);
    if (msgType === 'LOGIN') return logIn(message);
    if (openid === undefined) return replies.refuse(message, 'CHECK_LOGIN_FAILED', 'not logged in');
    switch (msgType) {
      case 'INIT_WATCH':
        return watches.begin(message, watchId, openid);
      case 'REBUILD_WATCH':
        return watches.resume(message, watchId, openid);
      case 'CHECK_LAST':
        return watches.check(message, watchId);
      case 'CLOSE_WATCH':
        return watches.end(watchId);
    }
  }

  return {
    async take(message) {
      try {
        await take(message);
      } catch (cause) {
        if (!(cause instanceof PlatformError)) throw cause;
        replies.answer(message, 'ERROR', { code: cause.code, message: cause.message });
      }
    },
    left: (code) => watches.leaveAll(finalCodes.includes(code)),
  };
}
