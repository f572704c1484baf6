import { session } from './session';

/**
 * What a phone asks of WeChat's own servers, which `npm start` plays under `/exchange/`.
 * A preview that is served alone has none; then these answer undefined.
 */
export async function phoneCode(): Promise<{ code: string; cloudID: string } | undefined> {
  const answer = await ask('phone-code', {});
  return answer && { code: String(answer['code']), cloudID: String(answer['cloudID']) };
}

/** The person lets the program send one message of each template. */
export async function acceptMessages(templateIds: string[]): Promise<void> {
  await ask('accept-messages', { templateIds });
}

async function ask(
  name: string,
  body: Record<string, unknown>,
): Promise<Record<string, unknown> | undefined> {
  if (session.exchangeUrl === '') return undefined;
  const response = await fetch(`${session.exchangeUrl}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: session.openid, ...body }),
  }).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
}
