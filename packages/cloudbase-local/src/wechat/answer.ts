/** WeChat's server APIs answer `{errcode, errmsg, …}`; the SDK throws when `errcode` is not 0. */
export type WechatAnswer = { errcode: number; errmsg: string } & Record<string, unknown>;

export function ok(fields: Record<string, unknown> = {}): WechatAnswer {
  return { errcode: 0, errmsg: 'ok', ...fields };
}

export function failed(errcode: number, errmsg: string): WechatAnswer {
  return { errcode, errmsg };
}

/** Renames arguments as WeChat does: the SDK's `mediaUrl` is `media_url`. Values are left as they are. */
export function snakeCaseKeys(args: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key.replace(/[A-Z]/g, (each) => `_${each.toLowerCase()}`),
      value,
    ]),
  );
}
