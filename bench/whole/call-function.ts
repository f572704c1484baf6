import { Agent, request } from 'node:http';

/** Calls functions of a local cloud over one kept connection, as a phone does. */
export interface FunctionCaller {
  /** The answer's text. */
  call(name: string, data: object): Promise<string>;
  close(): void;
}

export function functionCaller(origin: string): FunctionCaller {
  const agent = new Agent({ keepAlive: true });
  return {
    call: (name, data) => post(agent, `${origin}/functions/${name}`, JSON.stringify(data)),
    close: () => agent.destroy(),
  };
}

/**
 * Calls of one caller are limited by the hour, so there are many callers; each is a member, who may search for one
 * group.
 */
export const callerCount = 2_000;
export const callerName = (at: number): string => `caller-${at}`;

const nextCaller = (): string => callerName((calls += 1) % callerCount);
let calls = 0;

function post(agent: Agent, url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method: 'POST', headers: { 'x-wx-openid': nextCaller() } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks).toString()));
        response.on('error', reject);
      },
    );
    sent.on('error', (error) => {
      // The server may close an idle connection at the moment of its next use.
      if (sent.reusedSocket) resolve(post(agent, url, body));
      else reject(error);
    });
    sent.end(body);
  });
}
