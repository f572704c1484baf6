import { createServer, request as send, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from 'cloudbase-local';
import type { Phase, Verdict } from './step-messages';

/** A relay between the functions and the carrier, in which each request is a step that can be the last. */
export interface CarrierRelay {
  origin: string;
  close(): Promise<void>;
}

const largestBody = 1024 * 1024;

export async function startCarrierRelay(
  carrierOrigin: string,
  judge: (phase: Phase) => Promise<Verdict>,
): Promise<CarrierRelay> {
  const server = createServer((incoming, response) => {
    void pass(incoming).then(
      ({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body),
      () => response.destroy(),
    );
  });

  /** Rejects when the step is dropped or the carrier is dead. */
  async function pass(incoming: IncomingMessage): Promise<{ status: number; body: Buffer }> {
    const body = await readBody(incoming, largestBody);
    if (!body || (await judge('before')) === 'drop') throw new Error('dropped');
    const answer = await forward(incoming, body);
    if ((await judge('after')) === 'drop') throw new Error('dropped');
    return answer;
  }

  function forward(incoming: IncomingMessage, body: Buffer): Promise<{ status: number; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const { method, url = '/', headers } = incoming;
      const outgoing = send(new URL(url, carrierOrigin), { method, headers, agent: false }, (answer) => {
        readBody(answer, largestBody).then(
          (text) => resolve({ status: answer.statusCode ?? 500, body: text ?? Buffer.alloc(0) }),
          reject,
        );
      });
      outgoing.once('error', reject).end(body);
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
