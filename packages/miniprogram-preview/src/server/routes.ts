import type { IncomingMessage, ServerResponse } from 'node:http';

export interface RoutedRequest {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** What follows the route's path, decoded: `a/b.png` of `/preview/files/a/b.png`. */
  rest: string;
}

/**
 * Handlers by path. A key that ends with `/` answers every path below it that no earlier key answers; `/` answers
 * itself alone.
 */
export type Routes = Record<string, (request: RoutedRequest) => void | Promise<void>>;

/** Answers GET and HEAD by the table; false when no route fits. */
export async function answerRoute(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const url = new URL(request.url ?? '/', 'http://preview');
  const path = decoded(url.pathname);
  const key = path && keyFor(routes, path);
  if (!key) return false;
  await routes[key]?.({ request, response, url, rest: path.slice(key.length) });
  return true;
}

function keyFor(routes: Routes, path: string): string | undefined {
  if (Object.hasOwn(routes, path)) return path;
  return Object.keys(routes).find((key) => key.length > 1 && key.endsWith('/') && path.startsWith(key));
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
