import { randomUUID } from 'node:crypto';
import type { FunctionHost } from './function-host';

/** Invokes a function with a message of WeChat's. Its sender is the caller; `getWXContext().SOURCE` names no client. */
export async function pushMessage(
  host: FunctionHost,
  name: string,
  message: Record<string, unknown>,
): Promise<unknown> {
  const { FromUserName: sender } = message;
  const { resultJson } = await host.invoke({
    name,
    eventJson: JSON.stringify(message),
    caller: { openid: typeof sender === 'string' ? sender : '', source: 'wx_unknown' },
    requestId: randomUUID(),
  });
  return JSON.parse(resultJson) as unknown;
}
