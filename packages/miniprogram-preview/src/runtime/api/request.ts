import { session } from '../session';
import { ApiFailure, calls, type CallOptions } from './registry';

interface RequestOptions {
  url: string;
  data?: unknown;
  header?: Record<string, string>;
  method?: string;
  dataType?: string;
  responseType?: string;
  timeout?: number;
}

/** How long WeChat waits, unless a request says otherwise. */
const usualTimeoutMs = 60_000;

/** WeChat sends ten requests at once; others wait. */
const mostAtOnce = 10;

/** Ends the request that is about to start; `network.request` takes it out of the options. */
const aborts = new WeakMap<object, AbortController>();
const slots = createSlots(mostAtOnce);

const request = calls({
  async request(options: RequestOptions) {
    const target = addressOf(options.url);
    // A previewed program reaches this machine only, because the preview promises that nothing leaves it.
    if (!isLoopback(target))
      throw new ApiFailure(`${target.host} is not on this machine: the preview sends nothing elsewhere`);
    if (!session.online) throw new ApiFailure('network is offline');
    const abort = aborts.get(options) ?? new AbortController();
    const { timeout = usualTimeoutMs } = options;
    await slots.take(abort.signal);
    const timer = setTimeout(() => abort.abort(new ApiFailure('timeout', { errno: 5 })), timeout);
    try {
      return await send(target, options, abort.signal);
    } finally {
      clearTimeout(timer);
      slots.free();
    }
  },
});

async function send(target: URL, options: RequestOptions, signal: AbortSignal): Promise<object> {
  const { data, header = {}, method = 'GET', dataType = 'json', responseType } = options;
  const hasBody = method !== 'GET' && data !== undefined;
  if (!hasBody && typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) target.searchParams.set(name, String(value));
  }
  const response = await fetch(target, {
    method,
    headers: { ...(hasBody && { 'content-type': 'application/json' }), ...header },
    ...(hasBody && { body: typeof data === 'string' ? data : JSON.stringify(data) }),
    signal,
  });
  const shared = {
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    cookies: [],
  };
  if (responseType === 'arraybuffer') return { data: await response.arrayBuffer(), ...shared };
  const text = await response.text();
  return { data: dataType === 'json' ? parsed(text) : text, ...shared };
}

export const network = {
  request(given: CallOptions) {
    const options = { ...given };
    const abort = new AbortController();
    aborts.set(options, abort);
    const running = request.request(options);
    const task = {
      abort: () => abort.abort(new ApiFailure('abort')),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    };
    return running instanceof Promise ? Object.assign(running, task) : task;
  },
};

function addressOf(url: string): URL {
  try {
    return new URL(url);
  } catch (error) {
    if (error instanceof TypeError) throw new ApiFailure(`invalid url "${url}"`, { errno: 600009 });
    throw error;
  }
}

/** So many may run at once; the next one waits until one is over, or is aborted. */
function createSlots(count: number): { take(signal: AbortSignal): Promise<void>; free(): void } {
  let left = count;
  const waiting = new Set<() => void>();
  return {
    async take(signal) {
      if (left > 0) left -= 1;
      else
        await new Promise<void>((begin, fail) => {
          waiting.add(begin);
          signal.addEventListener('abort', () => {
            waiting.delete(begin);
            fail(signal.reason as Error);
          });
        });
    },
    free() {
      const [next] = waiting;
      if (next) {
        waiting.delete(next);
        next();
      } else left += 1;
    },
  };
}

function isLoopback({ hostname }: URL): boolean {
  return (
    hostname === 'localhost' ||
    hostname === location.hostname ||
    /^127\./.test(hostname) ||
    hostname === '[::1]'
  );
}

/** Parses JSON and keeps any other text, as WeChat does. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
