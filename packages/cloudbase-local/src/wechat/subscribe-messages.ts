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

/** What WeChat takes as a value, by kind of field; `thing1` is of kind `thing`. */
const formByKind: Record<string, RegExp> = {
  thing: /^[^\n]{1,20}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  name: /^(\p{Script=Han}{1,10}|[\x20-\x7e]{1,20})$/u,
  phone_number: /^[\d+-]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Za-z\d]{1,8}$/u,
  time: /^(\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日? ?)?\d{1,2}:\d{2}(:\d{2})?$|^\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?$/,
  date: /^\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?( ?\d{1,2}:\d{2}(:\d{2})?)?$/,
  amount: /^\p{Sc}?\d{1,10}(\.\d{1,2})?元?$/u,
};
const fieldPattern = /^([a-z_]+?)\d+$/;

export interface SubscribeMessageOptions {
  deliver(openid: string, message: ServiceMessage): void;
  /** The program's templates with their fields; without them any id and any fields are taken. */
  templates?: Readonly<Record<string, readonly string[]>>;
  /** Takes values that WeChat refuses, after this has been called with WeChat's answer. */
  letPass?(answer: WechatAnswer): void;
}

export function createSubscribeMessages({
  deliver,
  templates,
  letPass,
}: SubscribeMessageOptions): SubscribeMessages {
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
      if (templates && !Object.hasOwn(templates, templateId)) return failed(40037, 'invalid template_id');
      if (page !== undefined && (typeof page !== 'string' || page.startsWith('/')))
        return failed(41030, 'invalid page');
      const problem = problemOf(data, templates?.[templateId]);
      if (problem !== undefined) {
        const answer = failed(47003, `argument invalid! ${problem}`);
        if (letPass === undefined) return answer;
        letPass(answer);
      }
      const key = keyOf(touser, templateId);
      const left = accepted.get(key) ?? 0;
      if (left === 0) return failed(43101, 'user refuse to accept the msg');
      accepted.set(key, left - 1);
      deliver(touser, { templateId, page: page ?? null, data: data as ServiceMessage['data'] });
      return ok();
    },
  };
}

function problemOf(data: unknown, fields?: readonly string[]): string | undefined {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data is empty';
  const missing = fields?.find((name) => !Object.hasOwn(data, name));
  if (missing !== undefined) return `data.${missing}.value is empty`;
  for (const [name, field] of Object.entries(data as Record<string, unknown>)) {
    const form = formByKind[fieldPattern.exec(name)?.[1] ?? ''];
    const value = (field as { value?: unknown } | null)?.value;
    if (form === undefined) return `data.${name} is not a field of a template`;
    if (typeof value !== 'string' || value === '') return `data.${name}.value is empty`;
    if (!form.test(value)) return `data.${name}.value invalid`;
  }
  return undefined;
}
