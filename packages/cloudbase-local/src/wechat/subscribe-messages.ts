import { failed, ok, type WechatAnswer } from './answer';

/** A message as the phone receives it. */
export interface ServiceMessage {
  templateId: string;
  /** The page that a tap on it opens. */
  page: string | null;
  data: Record<string, { value: string }>;
}

/** `subscribeMessage.send`: one acceptance by the person pays for one message. */
export interface SubscribeMessages {
  /** Records what `wx.requestSubscribeMessage` answered `accept` for. */
  accept(openid: string, templateIds: readonly string[]): void;
  send(args: Record<string, unknown>): WechatAnswer;
}

/** The longest value by kind of field; `thing1` is of kind `thing`. */
const longestByKind: Record<string, number> = {
  thing: 20,
  character_string: 32,
  number: 32,
  letter: 32,
  symbol: 5,
  phrase: 5,
  name: 10,
  phone_number: 17,
  car_number: 8,
  time: 40,
  date: 40,
  amount: 20,
};
const fieldPattern = /^([a-z_]+?)\d+$/;

export function createSubscribeMessages(
  deliver: (openid: string, message: ServiceMessage) => void,
): SubscribeMessages {
  const accepted = new Map<string, number>();
  const keyOf = (openid: string, templateId: string) => JSON.stringify([openid, templateId]);
  return {
    accept(openid, templateIds) {
      for (const templateId of templateIds) {
        const key = keyOf(openid, templateId);
        accepted.set(key, (accepted.get(key) ?? 0) + 1);
      }
    },
    send({ touser, template_id: templateId, page, data }) {
      if (typeof touser !== 'string' || touser === '') return failed(40003, 'invalid openid');
      if (typeof templateId !== 'string' || templateId === '') return failed(40037, 'invalid template_id');
      if (page !== undefined && (typeof page !== 'string' || page.startsWith('/')))
        return failed(41030, 'invalid page');
      const problem = problemOf(data);
      if (problem !== undefined) return failed(47003, `argument invalid! ${problem}`);
      const key = keyOf(touser, templateId);
      const left = accepted.get(key) ?? 0;
      if (left === 0) return failed(43101, 'user refuse to accept the msg');
      accepted.set(key, left - 1);
      deliver(touser, { templateId, page: page ?? null, data: data as ServiceMessage['data'] });
      return ok();
    },
  };
}

function problemOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data is empty';
  for (const [name, field] of Object.entries(data as Record<string, unknown>)) {
    const longest = longestByKind[fieldPattern.exec(name)?.[1] ?? ''];
    const value = (field as { value?: unknown } | null)?.value;
    if (longest === undefined) return `data.${name} is not a field of a template`;
    if (typeof value !== 'string' || value === '') return `data.${name}.value is empty`;
    if ([...value].length > longest) return `data.${name}.value is longer than ${longest}`;
  }
  return undefined;
}
