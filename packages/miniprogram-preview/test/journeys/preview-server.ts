import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createPreview, type Preview } from '../../src/preview';

/** The fixture that shows every built-in component. */
export const gallery = resolve(__dirname, '../fixtures/gallery');

export interface PreviewServer {
  url: string;
  preview: Preview;
  /** What the terminal was told. */
  log: string[];
  /** The address of a page on a single phone. */
  phone(page?: string, person?: string, more?: Record<string, string>): string;
  close(): Promise<void>;
}

/** Serves the preview of one program; its cloud knows one function, `echo`, which answers who called with what. */
export async function servePreview(root: string, watch = false): Promise<PreviewServer> {
  const outDir = mkdtempSync(join(tmpdir(), 'preview-test-'));
  const log: string[] = [];
  const people = [
    { openid: 'ann', name: '安', note: '第一个人' },
    { openid: 'bob', name: '波', note: '第二个人' },
  ];
  const preview = await createPreview({ root, outDir, watch, people, log: (line) => void log.push(line) });
  const server = createServer((request, response) => {
    const answerEcho = (body: string) => {
      const openid = request.headers['x-wx-openid'];
      const isKnown = request.url === '/functions/echo';
      const answer = isKnown
        ? {
            result: { openid, data: JSON.parse(body) as unknown },
            errMsg: 'cloud.callFunction:ok',
            requestID: 'r1',
          }
        : { errCode: -501000, errMsg: 'FUNCTION_NOT_FOUND', requestID: 'r2' };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    };
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => answerEcho(body));
      return;
    }
    void preview.handle(request, response).then((answered) => {
      if (!answered) response.writeHead(404).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
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
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
