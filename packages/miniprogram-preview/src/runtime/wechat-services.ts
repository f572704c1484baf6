import { session, storageKey } from './session';

/**
 * WeChat's own services, which a local cloud simulates below `session.wechatUrl`. Without them a phone code is
 * undefined and accepted messages have no effect.
 */
export async function phoneCode(): Promise<{ code: string; cloudID: string } | undefined> {
  const answer = await post('phone-code', {});
  return answer && { code: String(answer.code), cloudID: String(answer.cloudID) };
}

/** Allows one message of each template. */
export async function acceptMessages(templateIds: string[]): Promise<void> {
  await post('accept-messages', { templateIds });
  localStorage.setItem(acceptedKey(), 'true');
  for (const listener of acceptListeners.splice(0)) listener();
}

const acceptListeners: (() => void)[] = [];

/** Calls back once, when the person accepts messages. */
export function onAcceptedMessages(listener: () => void): void {
  acceptListeners.push(listener);
}

/** Whether messages may arrive on this phone, because the person has accepted some. */
export function hasAcceptedMessages(): boolean {
  return localStorage.getItem(acceptedKey()) !== null;
}

/** The address of service messages for the person; undefined without WeChat's services. */
export function messagesUrl(): string | undefined {
  if (session.wechatUrl === '') return undefined;
  return `${session.wechatUrl}/events?person=${encodeURIComponent(session.openid)}`;
}

const acceptedKey = (): string => storageKey('#accepted-messages');

async function post(
  name: string,
  body: Record<string, unknown>,
): Promise<Record<string, unknown> | undefined> {
  if (session.wechatUrl === '') return undefined;
  const response = await fetch(`${session.wechatUrl}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: session.openid, ...body }),
  }).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
}
