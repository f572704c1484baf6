import { EventEmitter } from 'node:events';
import http from 'node:http';

/** What a function asks the gateway, as the body and the one header that the gateway reads. */
export interface Asked {
  body: string;
  source: string;
}

/** Hands a request to the gateway; `answered` is called with the answer's JSON, or null when a fault dropped the connection. */
export type AskGateway = (asked: Asked, answered: (json: string | null) => void) => void;

/**
 * Lets the requests of the unmodified node SDK reach the gateway without a connection, because gateway and function are in one process:
 * HTTP over the loopback took half of the CPU of a small database operation. Everything that the SDK does with its request is here; any
 * other request, and any other client, takes the connection. Decision 033.
 */
export function sendDirectly(gatewayUrl: string, ask: AskGateway): void {
  const send = http.request as (...given: unknown[]) => http.ClientRequest;
  // Whether a kept connection would carry the next request: the SDK sends again what such a connection lost.
  const line = { isKept: false };
  const request = (...given: unknown[]): unknown => {
    const [url, options, callback] = given;
    if (!isOfSdk(url, options, gatewayUrl)) return send(...given);
    return new DirectRequest(options as http.RequestOptions, callback as Listener, ask, line);
  };
  http.request = request as typeof http.request;
}

type Listener = (response: EventEmitter) => void;

/** The SDK's JSON requests say their length; its forms do not. */
function isOfSdk(url: unknown, options: unknown, gatewayUrl: string): boolean {
  if (typeof url !== 'string' || !url.startsWith(gatewayUrl)) return false;
  const { method, headers } = options as { method?: string; headers?: Record<string, unknown> };
  return (
    method?.toLowerCase() === 'post' &&
    headers?.['content-length'] !== undefined &&
    String(headers['User-Agent']).startsWith('tcb-node-sdk/')
  );
}

/** A socket whose connection is always there. */
const connected = {
  connecting: false,
  once(event: string, listener: () => void) {
    if (event === 'connect') listener();
    return this;
  },
};

/** The part of `http.ClientRequest` that the SDK uses. */
class DirectRequest extends EventEmitter {
  readonly socket = connected;
  readonly reusedSocket: boolean;
  private body = '';
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    private readonly options: http.RequestOptions,
    onResponse: Listener,
    private readonly ask: AskGateway,
    private readonly line: { isKept: boolean },
  ) {
    super();
    this.reusedSocket = line.isKept;
    this.once('response', onResponse);
  }

  setTimeout(ms: number): this {
    this.timer = setTimeout(() => {
      if (!this.isOver) this.emit('timeout');
    }, ms);
    return this;
  }

  write(chunk: string): boolean {
    this.body += chunk;
    return true;
  }

  end(): this {
    this.emit('socket', this.socket);
    const source = String((this.options.headers as Record<string, unknown>)['X-TCB-Source'] ?? '');
    this.ask({ body: this.body, source }, (json) => this.take(json));
    return this;
  }

  abort(): void {
    if (this.isOver) return;
    this.finish();
    this.emit('abort');
  }

  private take(json: string | null): void {
    if (this.isOver) return;
    this.finish();
    this.line.isKept = json !== null;
    if (json === null) {
      this.emit('error', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
      return;
    }
    const response = new DirectResponse();
    this.emit('response', response);
    response.give(json);
  }

  private finish(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }
}

/** The part of `http.IncomingMessage` that the SDK uses. */
class DirectResponse extends EventEmitter {
  readonly statusCode = 200;
  readonly headers = { 'content-type': 'application/json; charset=utf-8' };
  private encoding: BufferEncoding | undefined;

  setEncoding(encoding: BufferEncoding): void {
    this.encoding = encoding;
  }

  give(json: string): void {
    const bytes = Buffer.from(json);
    this.emit('data', this.encoding ? bytes.toString(this.encoding) : bytes);
    this.emit('end');
  }
}
