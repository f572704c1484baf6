import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

export interface AcceptedMessages {
  person: string;
  templateIds: string[];
}

/** A simulated WeChat for the preview's `wechatUrl`: gives codes, records accepted messages, sends messages. */
export interface WechatServices {
  /** False for addresses that are not below /wechat/. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  accepted: AcceptedMessages[];
  sendMessage(person: string, message: object): void;
  isListening(person: string): boolean;
  /** Resolves once a phone of the person listens for messages. */
  listening(person: string): Promise<void>;
}

export function createWechatServices(): WechatServices {
  const accepted: AcceptedMessages[] = [];
  const streams = new Map<string, Set<ServerResponse>>();
  const waiting: { person: string; resolve(): void }[] = [];

  function listen(person: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    const open = streams.get(person) ?? new Set();
    streams.set(person, open.add(response));
    response.on('close', () => open.delete(response));
    for (const each of waiting) if (each.person === person) each.resolve();
  }
  const isListening = (person: string): boolean => (streams.get(person)?.size ?? 0) > 0;

  return {
    accepted,
    isListening,
    async listening(person) {
      if (!isListening(person)) await new Promise<void>((resolve) => waiting.push({ person, resolve }));
    },
    sendMessage(person, message) {
      for (const response of streams.get(person) ?? [])
        response.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
    },
    async answer(request, response) {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://test');
      if (!pathname.startsWith('/wechat/')) return false;
      if (pathname === '/wechat/events') return (listen(searchParams.get('person') ?? '', response), true);
      const body = (await json(request)) as AcceptedMessages;
      if (pathname === '/wechat/accept-messages') accepted.push(body);
      const code = { code: `code-of-${body.person}`, cloudID: '' };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(code));
      return true;
    },
  };
}
