import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson } from './json-answer';
import { readBody } from './body';
import { isOpenid } from './client-request';
import { refusedAsForeign } from './request-origin';
import type { Handler } from './server';

/** A JSON object: the body of a POST, or the query of a GET. */
export type PhoneFields = Record<string, unknown>;

/** Answers one request of a person's phone with a JSON value; undefined when the route has answered by itself. */
export type PhoneRoute = (openid: string, fields: PhoneFields, response: ServerResponse) => unknown;

export interface PhoneRoutes {
  get: Record<string, PhoneRoute>;
  post: Record<string, PhoneRoute>;
}

/** Thrown by a route, so that the request is answered with this status and `{message}`. */
export class RefusedRequest extends Error {
  constructor(
    readonly status: 400 | 404 | 409 | 413,
    message: string,
  ) {
    super(message);
    this.name = 'RefusedRequest';
  }
}

const maxBodyBytes = 16 * 1024;

/**
 * Answers the preview's phones for a service outside the cloud, at `<prefix>/<route>` of the preview's own origin. The
 * field `person` is the openid of the account on the phone. Pages of other sites get no answer.
 */
export function createPhoneEndpoint(prefix: string, routes: PhoneRoutes): Handler {
  async function answer(name: string, url: URL, request: IncomingMessage, response: ServerResponse) {
    const table = request.method === 'GET' ? routes.get : request.method === 'POST' ? routes.post : {};
    const route = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!route) throw new RefusedRequest(404, `nothing at ${request.method} ${url.pathname}`);
    const fields = request.method === 'GET' ? Object.fromEntries(url.searchParams) : await bodyOf(request);
    const { person } = fields;
    if (!isOpenid(person)) throw new RefusedRequest(400, 'person must be an openid');
    const result = route(person, fields, response);
    if (result !== undefined) answerJson(response, 200, result as object);
  }

  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!url.pathname.startsWith(`${prefix}/`)) return false;
    const refusal = refusedAsForeign(request, { pagesAllowed: 'same-origin' });
    if (refusal !== undefined) return (answerJson(response, 403, { message: refusal }), true);
    try {
      await answer(url.pathname.slice(prefix.length + 1), url, request, response);
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      answerJson(response, error.status, { message: error.message });
    }
    return true;
  };
}

/** Reads a field that must be a non-empty text. */
export function textField(fields: PhoneFields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw new RefusedRequest(400, `${name} must be a text`);
  return value;
}

async function bodyOf(request: IncomingMessage): Promise<PhoneFields> {
  const body = await readBody(request, maxBodyBytes);
  if (!body) throw new RefusedRequest(413, `the body is larger than ${maxBodyBytes} bytes`);
  const value = parsed(body.toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RefusedRequest(400, 'the body must be a JSON object');
  return value as PhoneFields;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
