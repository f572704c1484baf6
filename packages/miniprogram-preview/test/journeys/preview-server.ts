import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { json } from 'node:stream/consumers';
import { createPreview, type Preview, type PreviewOptions } from '../../src/preview';
import { createWechatServices, type WechatServices } from './wechat-services';

/** The fixture that shows every built-in component. */
export const gallery = resolve(__dirname, '../fixtures/gallery');

/** A program that WeChat runs although much in it is missing or mixed up. */
export const careless = resolve(__dirname, '../fixtures/careless');

export interface PreviewServer extends Omit<WechatServices, 'answer'> {
  url: string;
  preview: Preview;
  /** The lines that the preview logged. */
  log: string[];
  /** The address of a page on a single phone. */
  phone(page?: string, person?: string, more?: Record<string, string>): string;
  close(): Promise<void>;
}

const people = [
  { openid: 'ann', name: '安', note: '第一个人' },
  { openid: 'bob', name: '波', note: '第二个人' },
];

/** Serves the preview of one program with one cloud function, `echo`, which answers the caller and the data. */
export async function servePreview(
  root: string,
  options: Partial<PreviewOptions> = {},
): Promise<PreviewServer> {
  const log: string[] = [];
  const preview = await createPreview({ root, people, log: (line) => void log.push(line), ...options });
  const { answer, ...wechat } = createWechatServices();
  const server = createServer((request, response) => {
    void (async () => {
      if (await answer(request, response)) return;
      if (request.method === 'POST') return answerFunction(request, response);
      if (!(await preview.handle(request, response))) response.writeHead(404).end();
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...wechat,
    url,
    preview,
    log,
    phone(page = '', person = '', more = {}) {
      return `${url}/phone?${new URLSearchParams({ ...(page && { page }), ...(person && { person }), ...more })}`;
    },
    async close() {
      await preview.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answerFunction(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const data: unknown = await json(request);
  const result = { openid: request.headers['x-wx-openid'], data };
  const answer =
    request.url === '/functions/echo'
      ? { result, errMsg: 'cloud.callFunction:ok', requestID: 'r1' }
      : { errCode: -501000, errMsg: 'FUNCTION_NOT_FOUND', requestID: 'r2' };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}
