import { z } from 'zod';
import { wechatCloud, type WechatCloud } from './wechat-cloud';

/** WeChat's verdict on a text. `unavailable`: WeChat gave none; `code` is its error code, 0 where it did not answer at all. */
export type ContentAnswer = { kind: 'pass' | 'review' | 'risky'; label: number } | Unavailable;

interface Unavailable {
  kind: 'unavailable';
  code: number;
}

/** WeChat checks only for an account that used the program within two hours. It is not down then: it answers about others. */
const staleAccount = 61010;
export const isStaleAccount = (answer: ContentAnswer | { kind: 'asked' }): boolean =>
  answer.kind === 'unavailable' && answer.code === staleAccount;

const Answer = z.object({
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.number() }),
});

const Asked = z.object({ traceId: z.string().min(1).max(100) });
const MediaMessage = z.object({ trace_id: z.string().min(8).max(100), errcode: z.number().default(0) });

/** A `pass` whose label names a finding is looked at too. */
const kindOf = ({ suggest, label }: z.output<typeof Answer>['result']): 'pass' | 'review' | 'risky' =>
  suggest === 'pass' && label !== normal ? 'review' : suggest;

/** WeChat's code for a picture; sound is 1. */
const imageType = 2;
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
    const asked = wechatCloud().then((cloud) =>
      api(cloud).msgSecCheck({ content, version: 2, scene, openid }),
    );
    const { result } = Answer.parse(await withinPatience(asked));
    return { kind: kindOf(result), label: result.label };
  } catch (error) {
    return unavailable(error);
  }
}

const unavailable = (error: unknown): Unavailable => ({
  kind: 'unavailable',
  code: Number((error as { errCode?: unknown }).errCode ?? 0) || 0,
});

/**
 * Has WeChat look at a picture. It fetches the address and pushes its verdict as `wxa_media_check` within half an hour, under the id
 * that this answers; `unavailable` when it did not take the question.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
export async function askAboutPicture(
  url: string,
  openid: string,
): Promise<{ kind: 'asked'; traceId: string } | Unavailable> {
  try {
    const asked = wechatCloud().then((cloud) =>
      api(cloud).mediaCheckAsync({ mediaUrl: url, mediaType: imageType, version: 2, scene, openid }),
    );
    return { kind: 'asked', ...Asked.parse(await withinPatience(asked)) };
  } catch (error) {
    return unavailable(error);
  }
}

/** WeChat's verdict on a picture. `unjudged`: WeChat could not fetch or judge it. */
export interface PictureAnswer {
  traceId: string;
  kind: 'pass' | 'review' | 'risky' | 'unjudged';
}

/** The verdict in a message `wxa_media_check`; null for any other message. */
export function pictureAnswer(message: unknown): PictureAnswer | null {
  const named = MediaMessage.safeParse(message);
  if (!named.success) return null;
  const { trace_id: traceId, errcode } = named.data;
  const found = Answer.safeParse(message);
  if (errcode !== 0 || !found.success) return { traceId, kind: 'unjudged' };
  return { traceId, kind: kindOf(found.data.result) };
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
  msgSecCheck(
    this: void,
    request: { content: string; version: number; scene: number; openid: string },
  ): Promise<unknown>;
  mediaCheckAsync(
    this: void,
    request: {
      mediaUrl: string;
      mediaType: number;
      version: number;
      scene: number;
      openid: string;
    },
  ): Promise<unknown>;
}

/** The SDK resolves the names of WeChat's server APIs at run time, so its types do not list them. */
const api = ({ openapi }: WechatCloud): SecurityApi => openapi.security as SecurityApi;
