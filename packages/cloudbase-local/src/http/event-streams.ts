import type { ServerResponse } from 'node:http';

/** Server-sent events to people's phones. One person may have several pages open. */
export interface EventStreams {
  /** Answers a request with the person's stream, which stays open. */
  open(openid: string, response: ServerResponse): void;
  /** Sends to every open page of the person. Without one the event is lost. */
  send(openid: string, event: string, data: unknown): void;
  close(): void;
}

/** Shorter than the idle timeouts of proxies and browsers. */
const heartbeatMs = 20_000;

export function createEventStreams(): EventStreams {
  const streams = new Map<string, Set<ServerResponse>>();
  const heartbeat = setInterval(() => {
    for (const open of streams.values()) for (const response of open) response.write(': still here\n\n');
  }, heartbeatMs);
  heartbeat.unref();
  return {
    open(openid, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 1000\n\n');
      const open = streams.get(openid) ?? new Set();
      streams.set(openid, open.add(response));
      response.on('close', () => {
        open.delete(response);
        if (open.size === 0 && streams.get(openid) === open) streams.delete(openid);
      });
    },
    send(openid, event, data) {
      for (const response of streams.get(openid) ?? [])
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close() {
      clearInterval(heartbeat);
      for (const open of streams.values()) for (const response of open) response.end();
    },
  };
}
