import type { OpenApiProvider } from '../open-api/open-api';
import type { OpenDataProvider } from '../open-api/open-data';
import { createFlowLimit } from './flow-limit';
import { failed, snakeCaseKeys } from './answer';
import { createContentCheck } from './content-check';
import { drawPathCode, drawSceneCode } from './mini-program-code';
import { createPhoneCodes } from './phone-codes';
import { createSubscribeMessages, type ServiceMessage } from './subscribe-messages';

/** WeChat's server side, as far as `cloud.openapi` reaches it, and what its app does on the phone. */
export interface Wechat {
  openApi: OpenApiProvider;
  openData: OpenDataProvider;
  /** What a tap on `<button open-type="getPhoneNumber">` gives: the code for this phone's number. */
  issuePhoneCode(openid: string): string;
  /** The same tap's cloud id, which a call of a function may carry in place of the number. */
  issuePhoneCloudId(openid: string): string;
  /** The person accepted messages of these templates, one of each. */
  acceptMessages(openid: string, templateIds: readonly string[]): void;
}

export interface WechatOptions {
  appid: string;
  now(): number;
  phoneOf(openid: string): string;
  previewOrigin(): string;
  onMessage(openid: string, message: ServiceMessage): void;
  /** The event that WeChat pushes when a picture is judged. */
  onMediaChecked(event: Record<string, unknown>): void;
}

const MINUTE_MS = 60_000;
/** Calls of `wxacode.getUnlimited` and `security.msgSecCheck` in one minute. */
const CODES_PER_MINUTE = 5000;
const CHECKS_PER_MINUTE = 4000;

export function createWechat(options: WechatOptions): Wechat {
  const { now, phoneOf } = options;
  const seenMs = new Map<string, number>();
  const codes = createPhoneCodes(options);
  const content = createContentCheck({
    now,
    lastSeenMs: (openid) => seenMs.get(openid),
    onMediaChecked: options.onMediaChecked,
  });
  const messages = createSubscribeMessages(options.onMessage);
  const mayDraw = createFlowLimit(CODES_PER_MINUTE, MINUTE_MS);
  const mayCheck = createFlowLimit(CHECKS_PER_MINUTE, MINUTE_MS);

  const apis: Record<string, (args: Record<string, unknown>) => unknown> = {
    'phonenumber.getPhoneNumber': ({ code }) => codes.exchange(code),
    'security.msgSecCheck': (args) =>
      mayCheck(now()) ? content.checkText(args) : failed(44991, 'reach max api minute quota limit'),
    'security.mediaCheckAsync': (args) => content.checkMedia(args),
    'subscribeMessage.send': (args) => messages.send(args),
    'wxacode.createQRCode': (args) => drawPathCode(args, options),
    'wxacode.get': (args) => drawPathCode(args, options),
    'wxacode.getUnlimited': (args) =>
      mayDraw(now()) ? drawSceneCode(args, options) : failed(45009, 'reach max api daily quota limit'),
  };

  return {
    openApi(apiName, args, { caller }) {
      if (caller.openid !== '') seenMs.set(caller.openid, now());
      const name = apiName.replace(/^openapi\./, '');
      const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
      return Promise.resolve(api?.(snakeCaseKeys(args)));
    },
    openData: (cloudId) => Promise.resolve(codes.openData(cloudId)),
    issuePhoneCode(openid) {
      seenMs.set(openid, now());
      return codes.issue(phoneOf(openid));
    },
    issuePhoneCloudId(openid) {
      seenMs.set(openid, now());
      return codes.issueCloudId(phoneOf(openid));
    },
    acceptMessages(openid, templateIds) {
      seenMs.set(openid, now());
      messages.accept(openid, templateIds);
    },
  };
}
