import { wechatCloud, type WechatCloud } from './wechat-cloud';

/** A subscription message. The page begins without a slash. */
export interface SubscribeMessage {
  touser: string;
  templateId: string;
  page: string;
  data: Record<string, { value: string }>;
}

/**
 * What WeChat says of a message. `refused`: the person takes none (43101). `failed`: it was certainly not sent. `unknown`: it may
 * have been.
 */
export type MessageAnswer =
  { kind: 'sent' } | { kind: 'refused' } | { kind: 'failed'; code: number } | { kind: 'unknown' };

const refusedCode = 43101;
/** CloudBase's own refusals, such as a missing permission: WeChat was not asked. */
const platformRefusals = -604_100;

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html */
export async function sendMessage(message: SubscribeMessage): Promise<MessageAnswer> {
  try {
    await api(await wechatCloud()).send({ ...message });
    return { kind: 'sent' };
  } catch (error) {
    const code = Number((error as { errCode?: unknown }).errCode ?? 0) || 0;
    if (code === refusedCode) return { kind: 'refused' };
    return code > 0 || code <= platformRefusals ? { kind: 'failed', code } : { kind: 'unknown' };
  }
}

/** The SDK resolves the names of WeChat's server APIs at run time, so its types do not list them. */
function api({ openapi }: WechatCloud): { send(request: object): Promise<unknown> } {
  return openapi.subscribeMessage as ReturnType<typeof api>;
}
