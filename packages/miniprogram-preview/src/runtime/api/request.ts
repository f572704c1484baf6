import { session } from '../session';
import { ApiFailure, calls, type CallOptions } from './registry';

interface RequestOptions {
  url: string;
  data?: unknown;
  header?: Record<string, string>;
  method?: string;
  dataType?: string;
  responseType?: string;
}

const request = calls({
  async request({ url, data, header = {}, method = 'GET', dataType = 'json', responseType }: RequestOptions) {
    const target = new URL(url);
    // A previewed program reaches this machine only, because the preview promises that nothing leaves it.
    if (!isLoopback(target))
      throw new ApiFailure(`${target.host} is not on this machine: the preview sends nothing elsewhere`);
    if (!session.online) throw new ApiFailure('network is offline');
    const hasBody = method !== 'GET' && data !== undefined;
    if (!hasBody && typeof data === 'object' && data !== null) {
      for (const [name, value] of Object.entries(data)) target.searchParams.set(name, String(value));
    }
    const response = await fetch(target, {
      method,
      headers: { ...(hasBody && { 'content-type': 'application/json' }), ...header },
      ...(hasBody && { body: typeof data === 'string' ? data : JSON.stringify(data) }),
    });
    const headers = Object.fromEntries(response.headers);
    if (responseType === 'arraybuffer')
      return {
        data: await response.arrayBuffer(),
        statusCode: response.status,
        header: headers,
        cookies: [],
      };
    const text = await response.text();
    return {
      data: dataType === 'json' ? parsed(text) : text,
      statusCode: response.status,
      header: headers,
      cookies: [],
    };
  },
});

export const network = {
  request(options: CallOptions) {
    const running = request.request(options);
    const task = {
      abort: () => undefined,
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    };
    return running instanceof Promise ? Object.assign(running, task) : task;
  },
};

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
