import type { CallResponse } from '../../cloudfunctions/shared/contract/call';
import type {
  CallInput,
  CallName,
  CallOutput,
  FunctionName,
} from '../../cloudfunctions/shared/contract/contract';
import { LineBroken, type HttpLines } from './http-lines';

/** The kinds of calls whose times are reported apart. */
export type Kind = 'open' | 'board' | 'read' | 'waiting' | 'verify' | 'publish' | 'contact' | 'report';

export interface Calls {
  /** Makes a call as a phone does; undefined when it failed, which is counted. */
  make<F extends FunctionName, C extends CallName<F>>(
    openid: string,
    kind: Kind,
    functionName: F,
    call: C,
    input: CallInput<F, C>,
  ): Promise<CallOutput<F, C> | undefined>;
  /** A code with which the program may read the phone's number. */
  phoneCode(openid: string): Promise<string | undefined>;
  /** Answered calls by kind, in milliseconds. */
  readonly ms: ReadonlyMap<Kind, number[]>;
  /** Failures by kind and code. */
  readonly failures: ReadonlyMap<string, number>;
}

/** How often a phone sends a call again that got no answer: the program keeps what was typed, and the person tries again. */
const retries = 4;
const retryAfterMs = 2_000;

export function createCalls(lines: HttpLines): Calls {
  const ms = new Map<Kind, number[]>();
  const failures = new Map<string, number>();
  const fail = (kind: Kind, code: string): undefined => {
    const name = `${kind} ${code}`;
    failures.set(name, (failures.get(name) ?? 0) + 1);
    return undefined;
  };

  async function send(
    openid: string,
    kind: Kind,
    path: string,
    body: string,
  ): Promise<CallResponse<unknown> | undefined> {
    for (let tried = 0; ; tried += 1) {
      const startedMs = performance.now();
      try {
        const answer = JSON.parse((await lines.post(path, openid, body)).toString()) as Answer;
        const result = answer.result ?? { ok: false, error: { code: String(answer.errCode ?? 'answer') } };
        const mayRetry = !result.ok && ['busy', '-504002'].includes(result.error.code) && tried < retries;
        if (result.ok) noteMs(kind, performance.now() - startedMs);
        else fail(kind, mayRetry ? `${result.error.code}, sent again` : result.error.code);
        if (!mayRetry) return result as CallResponse<unknown>;
      } catch (error) {
        if (!(error instanceof LineBroken)) throw error;
        fail(kind, tried < retries ? `${error.code}, sent again` : error.code);
        if (tried >= retries) return undefined;
      }
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }

  function noteMs(kind: Kind, spentMs: number): void {
    const list = ms.get(kind) ?? [];
    list.push(spentMs);
    ms.set(kind, list);
  }

  return {
    ms,
    failures,
    async make(openid, kind, functionName, call, input) {
      const body = JSON.stringify({ call, input });
      const result = await send(openid, kind, `/functions/${functionName}`, body);
      return result?.ok ? (result.output as never) : undefined;
    },
    async phoneCode(openid) {
      const body = JSON.stringify({ person: openid });
      const answer = await lines.post('/wechat/phone-code', openid, body).catch(() => null);
      return answer === null ? undefined : (JSON.parse(answer.toString()) as { code: string }).code;
    },
  };
}

interface Answer {
  result?: { ok: boolean; output?: unknown; error: { code: string } };
  errCode?: number;
}
