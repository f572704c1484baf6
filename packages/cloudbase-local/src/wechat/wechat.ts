import { localAppid } from '../functions/worker-environment';
import type { OpenApiProvider } from '../open-api/open-api';
import type { OpenDataProvider } from '../open-api/open-data';
import { createEventStreams, type EventStreams } from '../http/event-streams';
import type { Handler } from '../http/server';
import { failed, snakeCaseKeys, type WechatAnswer } from './answer';
import { createContentCheck, type Suggestion } from './content-check';
import { createFlowLimit } from './flow-limit';
import { inventPhone } from './invented-phone';
import { drawPathCode, drawSceneCode } from './mini-program-code';
import { createPhoneCodes } from './phone-codes';
import { createSubscribeMessages, type ServiceMessage } from './subscribe-messages';
import { generateUrlLink } from './url-link';
import { createWechatEndpoint } from './wechat-endpoint';

/** WeChat's servers, as far as `cloud.openapi` and the app on a phone need them. */
export interface Wechat {
  /** Given to `startCloud({ openApi, openData })`. */
  openApi: OpenApiProvider;
  openData: OpenDataProvider;
  /** What a tap on `<button open-type="getPhoneNumber">` gives: the code for this phone's number. */
  issuePhoneCode(openid: string): string;
  /** The cloud id of the same tap, which a call of a function may carry instead of the number. */
  issuePhoneCloudId(openid: string): string;
  /** The person has accepted messages of these templates, one of each. */
  acceptMessages(openid: string, templateIds: readonly string[]): void;
  /** Answers `/wechat/…` for the preview's phones. */
  handle: Handler;
  /** The event streams to the phones. Other services of the same origin may send events of their own names. */
  streams: EventStreams;
  /** Ends the streams. */
  close(): void;
}

export interface WechatOptions {
  /** The app id of the mini-program. */
  appid?: string;
  /** The platform's clock, when it differs from the machine's. */
  now?(): number;
  /** The phone number of an account: invented from the openid when absent. */
  phoneOf?(openid: string): string;
  /** The preview's origin, for codes to scan. */
  previewOrigin?(): string;
  /** Whether the program has a page, as `wxacode.getUnlimited` checks; without it every page is taken. */
  hasPage?(path: string): boolean;
  /** Called for each delivered service message, in addition to the event `message` to the person's phone. */
  onMessage?(openid: string, message: ServiceMessage): void;
  /** Called when a phone's page has opened its stream, because what is in progress may have to be sent to it again. */
  onPhoneOpened?(openid: string): void;
  /** The program's subscription templates with their fields, `{ id: ['thing1', 'time2'] }`; without them any id is known. */
  messageTemplates?: Readonly<Record<string, readonly string[]>>;
  /** Called with the event that WeChat pushes when a picture has been judged. */
  onMediaChecked?(event: Record<string, unknown>): void;
  /**
   * Lets message values and pages of codes pass that WeChat refuses, and gets a line with WeChat's answer. Without it they
   * are refused.
   */
  warn?(line: string): void;
  /** WeChat's verdict on a picture; when absent, words in its address decide. */
  judgePicture?(content: Buffer, url: string): Suggestion;
}

const minuteMs = 60_000;
/** The most calls of `wxacode.getUnlimited` and `security.msgSecCheck` in one minute. */
const codesPerMinute = 5000;
const checksPerMinute = 4000;
/** Calls of `security.mediaCheckAsync` in one minute. */
const picturesPerMinute = 2000;

export function createWechat(options: WechatOptions = {}): Wechat {
  const { appid = localAppid, now = Date.now, phoneOf = inventPhone } = options;
  const previewOrigin = options.previewOrigin ?? (() => 'http://127.0.0.1:8080');
  const streams = createEventStreams();
  const seenMs = new Map<string, number>();
  const codes = createPhoneCodes({ appid, now });
  const content = createContentCheck({
    now,
    lastSeenMs: (openid) => seenMs.get(openid),
    onMediaChecked: (event) => options.onMediaChecked?.(event),
    judgePicture: options.judgePicture,
  });
  const { warn } = options;
  const letPass = (api: string) =>
    warn && (({ errcode, errmsg }: WechatAnswer) => warn(`WeChat answers ${api} with ${errcode} ${errmsg}`));
  const messages = createSubscribeMessages({
    deliver(openid, message) {
      streams.send(openid, 'message', message);
      options.onMessage?.(openid, message);
    },
    templates: options.messageTemplates,
    letPass: letPass('subscribeMessage.send'),
  });
  const mayDraw = createFlowLimit(codesPerMinute, minuteMs);
  const mayCheck = createFlowLimit(checksPerMinute, minuteMs);
  const mayCheckPicture = createFlowLimit(picturesPerMinute, minuteMs);

  const apis: Record<string, (args: Record<string, unknown>) => unknown> = {
    'phonenumber.getPhoneNumber': ({ code }) => codes.exchange(code),
    'security.msgSecCheck': (args) =>
      mayCheck(now()) ? content.checkText(args) : failed(44991, 'reach max api minute quota limit'),
    'security.mediaCheckAsync': (args) =>
      mayCheckPicture(now()) ? content.checkMedia(args) : failed(44991, 'reach max api minute quota limit'),
    'urllink.generate': (args) => generateUrlLink(args, { previewOrigin, now }),
    'subscribeMessage.send': (args) => messages.send(args),
    'wxacode.createQRCode': (args) => drawPathCode(args, { previewOrigin }),
    'wxacode.get': (args) => drawPathCode(args, { previewOrigin }),
    'wxacode.getUnlimited': (args) =>
      mayDraw(now())
        ? drawSceneCode(args, {
            previewOrigin,
            hasPage: options.hasPage,
            letPass: letPass('wxacode.getUnlimited'),
          })
        : failed(45009, 'reach max api daily quota limit'),
  };

  const issuePhoneCode = (openid: string): string => {
    seenMs.set(openid, now());
    return codes.issue(phoneOf(openid));
  };
  const issuePhoneCloudId = (openid: string): string => {
    seenMs.set(openid, now());
    return codes.issueCloudId(phoneOf(openid));
  };
  const acceptMessages = (openid: string, templateIds: readonly string[]): void => {
    seenMs.set(openid, now());
    messages.accept(openid, templateIds);
  };

  return {
    openApi(apiName, args, { caller }) {
      if (caller.openid !== '') seenMs.set(caller.openid, now());
      const name = apiName.replace(/^openapi\./, '');
      const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
      return Promise.resolve(api?.(snakeCaseKeys(args)));
    },
    openData: (cloudId) => Promise.resolve(codes.openData(cloudId)),
    issuePhoneCode,
    issuePhoneCloudId,
    acceptMessages,
    handle: createWechatEndpoint({
      openEvents(openid, response) {
        seenMs.set(openid, now());
        streams.open(openid, response);
        options.onPhoneOpened?.(openid);
      },
      issuePhoneCode,
      issuePhoneCloudId,
      acceptMessages,
    }),
    streams,
    close: streams.close,
  };
}
