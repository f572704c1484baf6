import { failed, ok, type WechatAnswer } from './answer';

const queryPattern = /^[\w!#$&'()*+,/:;=?@\-.~%]{0,1024}$/;
const versions = ['release', 'trial', 'develop'];
const maxDays = 30;
const dayMs = 86_400_000;

/** Makes links that the preview's `/link/` opens. They hold what WeChat keeps under a ticket: their end, and the page with its query. */
export interface UrlLinkOptions {
  /** The preview's origin, such as `http://127.0.0.1:8080`. */
  previewOrigin(): string;
  now(): number;
}

/** `urllink.generate`. A longer life than 30 days is shortened to them, as WeChat does. */
export function generateUrlLink(
  { path = '', query = '', env_version = 'release', ...expiry }: Record<string, unknown>,
  { previewOrigin, now }: UrlLinkOptions,
): WechatAnswer {
  if (typeof path !== 'string' || path.includes('?')) return failed(40165, 'invalid weapp pagepath');
  if (typeof query !== 'string' || !queryPattern.test(query)) return failed(40212, 'invalid query');
  if (!versions.includes(String(env_version))) return failed(85402, 'invalid env_version');
  const endsAtMs = endOf(expiry, now());
  if (endsAtMs === undefined) return failed(85401, 'invalid expire time');
  const page = `${path.replace(/^\/+/, '')}${query === '' ? '' : `?${query}`}`;
  const ticket = Buffer.from(page).toString('base64url');
  return ok({ url_link: `${previewOrigin()}/link/${endsAtMs}/${ticket}` });
}

function endOf(
  { expire_type = 0, expire_time, expire_interval }: Record<string, unknown>,
  nowMs: number,
): number | undefined {
  const lastMs = nowMs + maxDays * dayMs;
  if (expire_type === 0 && expire_time === undefined) return lastMs;
  const endsAtMs =
    expire_type === 0 ? Number(expire_time) * 1000 : nowMs + Math.max(1, Number(expire_interval)) * dayMs;
  return (expire_type === 0 || expire_type === 1) && endsAtMs > nowMs
    ? Math.min(endsAtMs, lastMs)
    : undefined;
}
