import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, refusedAsForeign } from 'cloudbase-local';
import type { EventStreams } from './event-stream';
import { NoSuchCall, type Exchange } from './exchange';

/**
 * What the phones of the preview ask of the outside world, on the preview's own origin:
 * - `GET /exchange/events?person=`: server-sent events `call` (CallView) and `message` (ServiceMessage).
 * - `POST /exchange/dial` `{person, number, extension?}` → CallView or `{announcement}`.
 * - `POST /exchange/answer`, `/exchange/hang-up` `{person, callId}` → `{}`.
 * - `POST /exchange/phone-code` `{person}` → `{code, cloudID}`, the code for `phonenumber.getPhoneNumber`.
 * - `POST /exchange/accept-messages` `{person, templateIds}` → `{}`.
 * - `GET /exchange/identity-card?person=` → `{name, idNumber}`: the card in this invented person's own pocket.
 */
export type ExchangeEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface ExchangeEndpointOptions {
  exchange: Exchange;
  streams: EventStreams;
  issuePhoneCode(openid: string): string;
  issuePhoneCloudId(openid: string): string;
  acceptMessages(openid: string, templateIds: readonly string[]): void;
  cardOf(openid: string): { name: string; idNumber: string };
}

const PREFIX = '/exchange/';
const OPENID = /^[\w-]{1,128}$/;
const MAX_BODY_BYTES = 16 * 1024;

class BadRequest extends Error {}

export function createExchangeEndpoint(options: ExchangeEndpointOptions): ExchangeEndpoint {
  const { exchange, streams, issuePhoneCode, issuePhoneCloudId, acceptMessages, cardOf } = options;

  const posts: Record<string, (openid: string, body: Record<string, unknown>) => unknown> = {
    dial: (openid, body) =>
      exchange.dial(
        openid,
        text(body, 'number'),
        body['extension'] === undefined ? null : text(body, 'extension'),
      ),
    answer: (openid, body) => (exchange.answer(openid, text(body, 'callId')), {}),
    'hang-up': (openid, body) => (exchange.hangUp(openid, text(body, 'callId')), {}),
    'phone-code': (openid) => ({ code: issuePhoneCode(openid), cloudID: issuePhoneCloudId(openid) }),
    'accept-messages': (openid, { templateIds }) => {
      if (!Array.isArray(templateIds) || !templateIds.every((each) => typeof each === 'string'))
        throw new BadRequest('templateIds must be strings');
      acceptMessages(openid, templateIds);
      return {};
    },
  };

  function openEvents(openid: string, response: ServerResponse): void {
    streams.open(openid, response);
    const call = exchange.callOf(openid);
    if (call) streams.send(openid, 'call', call);
  }

  async function answer(
    name: string,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (request.method === 'GET') {
      const openid = person(url.searchParams.get('person'));
      if (name === 'events') return openEvents(openid, response);
      if (name !== 'identity-card') return sendJson(response, 404, { message: `nothing at ${url.pathname}` });
      const { name: cardName, idNumber } = cardOf(openid);
      return sendJson(response, 200, { name: cardName, idNumber });
    }
    const act = request.method === 'POST' && Object.hasOwn(posts, name) ? posts[name] : undefined;
    if (!act) return sendJson(response, 404, { message: `nothing at ${request.method} ${url.pathname}` });
    const body = parse(await readBody(request, MAX_BODY_BYTES));
    sendJson(response, 200, act(person(body['person']), body));
  }

  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!url.pathname.startsWith(PREFIX)) return false;
    const refusal = refusedAsForeign(request, { pagesAllowed: 'same-origin' });
    if (refusal !== undefined) return (sendJson(response, 403, { message: refusal }), true);
    try {
      await answer(url.pathname.slice(PREFIX.length), url, request, response);
    } catch (error) {
      if (error instanceof BadRequest) sendJson(response, 400, { message: error.message });
      else if (error instanceof NoSuchCall) sendJson(response, 409, { message: error.message });
      else throw error;
    }
    return true;
  };
}

function person(value: unknown): string {
  if (typeof value !== 'string' || !OPENID.test(value)) throw new BadRequest('person must be an openid');
  return value;
}

function text(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new BadRequest(`${name} must be a text`);
  return value;
}

function parse(body: Buffer | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body?.toString('utf8') ?? '');
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    throw new BadRequest('the body must be a JSON object', { cause: error });
  }
  throw new BadRequest('the body must be a JSON object');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
