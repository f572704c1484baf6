import type { ClientMessage, ErrorCode, ServerMessage } from './messages';
import type { Send } from './watch-session';

/** Answers a client's message; the answer repeats the message's watch and request ids. */
export interface Replies {
  answer(to: ClientMessage, msgType: ServerMessage['msgType'], msgData: unknown): void;
  refuse(to: ClientMessage, code: ErrorCode, reason: string): void;
}

export function createReplies(send: Send): Replies {
  const answer: Replies['answer'] = ({ watchId, requestId }, msgType, msgData) =>
    send({ watchId, requestId, msgType, msgData });
  return {
    answer,
    refuse: (to, code, reason) => answer(to, 'ERROR', { code, message: reason }),
  };
}
