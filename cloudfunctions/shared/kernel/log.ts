import { signCount } from '../contract/counted';
import { count } from './counting';

/**
 * One JSON line for each call, found by the request id that the caller received. Add nothing here that identifies a
 * person, no position and no text of a post.
 */
export const logCall = {
  done(requestId: string, call: string, outcome: string, ms: number): void {
    console.log(JSON.stringify({ requestId, call, outcome, ms: Math.round(ms) }));
  },
  /** A provider's own code and the setting to check; never the request to the provider. */
  provider(requestId: string, provider: string, code: string, advice?: string): void {
    sign('provider', `${provider}:${code}`);
    console.warn(JSON.stringify({ requestId, provider, code, advice }));
  },
  /** A setting that is missing or wrong, in a sentence for the operator of the service. */
  misconfigured(requestId: string, call: string, sentence: string): void {
    sign('alarm', 'misconfigured');
    console.error(JSON.stringify({ requestId, call, misconfigured: sentence }));
  },
  /** Why a call could not be served now although nothing was wrong with it. */
  busy(requestId: string, call: string, cause: string): void {
    console.warn(JSON.stringify({ requestId, call, busy: cause }));
  },
  /** How many items of a timer's work failed while the others were done, and the first failure. */
  alarm(requestId: string, timer: string, failed: number, first: unknown): void {
    sign('alarm', 'items-failed');
    console.error(
      JSON.stringify({ requestId, call: timer, alarm: 'items failed', failed, error: stackOf(first) }),
    );
  },
  /** How many documents a run of the closing removed, by collection. */
  closing(removed: Readonly<Record<string, number>>, isDone: boolean): void {
    console.log(JSON.stringify({ call: 'closing', removed, isDone }));
  },
  /** More of what a provider charges for than the campaign expects in a day. */
  total(requestId: string, provider: string, total: number, expected: number): void {
    sign('alarm', 'more-than-expected');
    console.error(
      JSON.stringify({ requestId, provider, alarm: 'more than expected today', total, expected }),
    );
  },
  /** The stack of an unexpected failure. Its message is ours, an SDK's or a provider's. */
  unexpected(requestId: string, call: string, error: unknown): void {
    sign('alarm', 'unexpected');
    console.error(JSON.stringify({ requestId, call, alarm: 'unexpected failure', error: stackOf(error) }));
  },
};

/**
 * The stack without what others put into a message: the database quotes the value of a duplicate key, a parser the text that it could
 * not read, and a provider the number or the openid that it refused. Chinese is what people write; our own failures are English.
 */
const stackOf = (error: unknown): string =>
  String(error instanceof Error ? error.stack : error)
    .replace(/dup key: \{.*?\}/gs, 'dup key: {…}')
    .replace(/"(?:[^"\\]|\\.)*"\.{0,3} is not valid JSON/gs, '… is not valid JSON')
    .replace(/(?<![\w-])o[\w-]{27}(?![\w-])/g, '…')
    .replace(/\d{7,}X?/gi, '…')
    .replace(/\p{Script=Han}[\p{Script=Han}\p{N}，。、：；！？“”（）]*/gu, '…');

const sign = (kind: 'provider' | 'alarm', code: string): void => count([signCount(kind, code, Date.now())]);
