import { randomUUID } from 'node:crypto';
import { failed, ok, type WechatAnswer } from './answer';
import suspiciousWords from './suspicious-words.json';

/** `security.msgSecCheck` version 2 and `security.mediaCheckAsync`, judged by a list of words instead of by WeChat's models. */
export interface ContentCheck {
  checkText(args: Record<string, unknown>): WechatAnswer;
  checkMedia(args: Record<string, unknown>): WechatAnswer;
}

export interface ContentCheckOptions {
  /** When a person last used the program; undefined when never. */
  lastSeenMs(openid: string): number | undefined;
  now(): number;
  /** Called with the event `wxa_media_check`. */
  onMediaChecked(event: Record<string, unknown>): void;
  /** The verdict on a picture; when absent, words in its address decide. */
  judgePicture?(content: Buffer, url: string): Suggestion;
}

export type Suggestion = 'pass' | 'review' | 'risky';

const maxContentCharacters = 2500;
/** The check requires that the person has used the program within this time. */
const seenWithinMs = 2 * 3_600_000;
const mediaCheckMs = 500;
const maxPictureBytes = 10_000_000;
const normalLabel = 100;
/** Label of a picture that `judgePicture` does not let pass. */
const otherLabel = 21000;
const severity = ['pass', 'review', 'risky'];

export function createContentCheck(options: ContentCheckOptions): ContentCheck {
  const { lastSeenMs, now, onMediaChecked, judgePicture } = options;
  function refused({ version, scene, openid }: Record<string, unknown>): WechatAnswer | undefined {
    if (version !== 2) return failed(40097, 'invalid args: version');
    if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene))
      return failed(40097, 'invalid args: scene');
    if (typeof openid !== 'string' || openid === '') return failed(40003, 'invalid openid');
    const seenMs = lastSeenMs(openid);
    return seenMs !== undefined && now() - seenMs <= seenWithinMs
      ? undefined
      : failed(61010, 'user access record timeout');
  }

  /** The part of the event that says what was found, or that the picture could not be fetched. */
  async function judgedPicture(url: string): Promise<Record<string, unknown>> {
    if (!judgePicture) return { errcode: 0, errmsg: 'ok', ...judge(decodeURIComponent(url)) };
    const content = await download(url);
    if (!content) return { errcode: -1008, errmsg: 'download fail', detail: [] };
    const suggest = judgePicture(content, url);
    const result = { suggest, label: suggest === 'pass' ? normalLabel : otherLabel };
    return {
      errcode: 0,
      errmsg: 'ok',
      result,
      detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
    };
  }

  return {
    checkText(args) {
      const { content } = args;
      if (typeof content !== 'string' || content === '') return failed(44004, 'empty content');
      const refusal = refused(args);
      if (refusal) return refusal;
      if ([...content].length > maxContentCharacters) return failed(45002, 'content size out of limit');
      return ok({ ...judge(content), trace_id: randomUUID() });
    },
    checkMedia(args) {
      const { media_url: url, media_type: type, openid } = args;
      if (typeof url !== 'string' || !/^https?:\/\//.test(url))
        return failed(40097, 'invalid args: media_url');
      if (type !== 1 && type !== 2) return failed(40097, 'invalid args: media_type');
      const refusal = refused(args);
      if (refusal) return refusal;
      const traceId = randomUUID();
      const event = {
        FromUserName: openid,
        CreateTime: Math.floor(now() / 1000),
        MsgType: 'event',
        Event: 'wxa_media_check',
        trace_id: traceId,
        version: 2,
      };
      setTimeout(() => {
        void judgedPicture(url).then((verdict) => onMediaChecked({ ...event, ...verdict }));
      }, mediaCheckMs).unref();
      return ok({ trace_id: traceId });
    },
  };
}

/** Null when the address gives no picture that WeChat would take. */
async function download(url: string): Promise<Buffer | null> {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) return null;
  const content = Buffer.from(await answer.arrayBuffer());
  return content.length <= maxPictureBytes ? content : null;
}

/** `result` holds the most serious finding, `detail` all of them. */
function judge(content: string): { result: Record<string, unknown>; detail: Record<string, unknown>[] } {
  const text = content.toLowerCase();
  const findings = suspiciousWords.flatMap(({ label, suggest, words }) =>
    words
      .filter((word) => text.includes(word))
      .map((keyword) => ({ strategy: 'keyword', errcode: 0, suggest, label, keyword })),
  );
  const gravest = findings.reduce(
    (worst, { suggest, label }) =>
      severity.indexOf(suggest) > severity.indexOf(worst.suggest) ? { suggest, label } : worst,
    { suggest: 'pass', label: normalLabel },
  );
  const model = {
    strategy: 'content_model',
    errcode: 0,
    suggest: gravest.suggest,
    label: gravest.label,
    prob: 90,
  };
  return { result: gravest, detail: [model, ...findings] };
}
