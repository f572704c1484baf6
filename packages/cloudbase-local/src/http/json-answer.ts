import type { ServerResponse } from 'node:http';

export function answerJson(response: ServerResponse, status: number, body: object): void {
  answerJsonText(response, status, JSON.stringify(body));
}

export function answerJsonText(response: ServerResponse, status: number, json: string): void {
  const bytes = Buffer.from(json);
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      'cache-control': 'no-store',
    })
    .end(bytes);
}
