import { z } from 'zod';
import { cloud } from './wechat-cloud';

/** WeChat's verdict on a text. `unavailable`: WeChat gave none; `code` is its error code, 0 where it did not answer at all. */
export type ContentAnswer =
  { kind: 'pass' | 'review' | 'risky'; label: number } | { kind: 'unavailable'; code: number };

const Answer = z.object({
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.number() }),
});

/** WeChat's code for the scene "forum", which a board resembles most. */
const scene = 3;
/** A publisher does not wait longer than this; a timer asks again. */
const patienceMs = 3_000;
/** The label of a text without findings. */
const normal = 100;

/**
 * Has WeChat check a text that an account wrote. The account must have used the program within two hours (else 61010).
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 */
export async function checkText(content: string, openid: string): Promise<ContentAnswer> {
  try {
    const asked = api().msgSecCheck({ content, version: 2, scene, openid });
    const { result } = Answer.parse(await withinPatience(asked));
    // A `pass` whose label names a finding is looked at too.
    const kind = result.suggest === 'pass' && result.label !== normal ? 'review' : result.suggest;
    return { kind, label: result.label };
  } catch (error) {
    return { kind: 'unavailable', code: Number((error as { errCode?: unknown }).errCode ?? 0) || 0 };
  }
}

/** The SDK's own timeout is longer than a publisher's patience. */
async function withinPatience<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), patienceMs);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface SecurityApi {
  msgSecCheck(request: { content: string; version: number; scene: number; openid: string }): Promise<unknown>;
}

/** The SDK resolves the names of WeChat's server APIs at run time, so its types do not list them. */
const api = (): SecurityApi => (cloud as unknown as { openapi: { security: SecurityApi } }).openapi.security;
