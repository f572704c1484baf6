import type { IncomingMessage, ServerResponse } from 'node:http';

/** An open connection to a phone, which reports builds. */
export interface EventStream {
  send(event: string, data: unknown): void;
  end(): void;
}

/**
 * Answers with server-sent events and keeps the stream in the set while it is open. These few lines repeat the local
 * cloud's, because the preview must not depend on it, and its streams belong to people and need a heartbeat.
 */
export function answerEvents(
  request: IncomingMessage,
  response: ServerResponse,
  streams: Set<EventStream>,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(':\n\n');
  const stream: EventStream = {
    send: (event, data) => void response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => void response.end(),
  };
  streams.add(stream);
  request.on('close', () => streams.delete(stream));
}
