import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseFault, type Faults } from '../environment/faults';
import type { LogStore } from '../environment/log-store';
import { readBody } from '../http/body';
import { answerJson } from '../http/json-answer';
import { parseJsonObject } from '../http/json-object';
import { maxRequestBytes } from '../platform-limits';
import type { OperationCounter } from './operation-counter';

export interface TestEndpointOptions {
  counter: OperationCounter;
  faults: Faults;
  logs: LogStore;
}

/** `GET /counters?requestId=`, `GET /logs?requestId=`, `GET|POST|DELETE /faults`; false for any other address. */
export function createTestEndpoint({
  counter,
  faults,
  logs,
}: TestEndpointOptions): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean> {
  async function changeFaults(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'DELETE') faults.clear();
    else if (request.method === 'POST') {
      try {
        const body = (await readBody(request, maxRequestBytes)) ?? Buffer.alloc(0);
        faults.add(parseFault(parseJsonObject(body.toString('utf8'))));
      } catch (error) {
        return answerJson(response, 400, { message: (error as Error).message });
      }
    }
    answerJson(response, 200, { faults: faults.list() });
  }

  return async (request, response, url) => {
    const requestId = url.searchParams.get('requestId') ?? undefined;
    if (url.pathname === '/faults') await changeFaults(request, response);
    else if (url.pathname === '/counters')
      answerJson(response, 200, { operations: counter.operations(requestId) });
    else if (url.pathname === '/logs') answerJson(response, 200, { lines: logs.recent(requestId ?? '') });
    else return false;
    return true;
  };
}
