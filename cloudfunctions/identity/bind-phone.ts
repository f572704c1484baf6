import type { Self } from '../shared/contract/identity-calls';
import { inOrder } from '../shared/adapters/ordered-writes';
import { phoneOfCode } from '../shared/adapters/wechat-phone';
import { requireAccount } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import { logCall } from '../shared/kernel/log';
import { phoneKeys, sealPhone } from '../shared/kernel/phone-seal';
import type { Invocation } from '../shared/kernel/procedure';
import { newMember } from './member-of';
import { readAccount } from './read-self';

/** Masked numbers are carried by mainland operators only. */
const mainlandPhone = /^1[3-9]\d{9}$/;

/** Binds the phone that WeChat knows of the account; a later one takes its place. */
export async function bindPhone(
  input: { code: string },
  { actor, requestId, nowMs }: Invocation,
): Promise<Self> {
  const openid = requireAccount(await actor());
  // Before WeChat is asked, which charges each answer.
  const keys = phoneKeys(process.env);
  const answer = await phoneOfCode(input.code);
  if (answer.kind === 'code-invalid') throw new CallError('phone-code-invalid');
  if (answer.kind === 'down') {
    logCall.provider(requestId, 'phonenumber.getPhoneNumber', String(answer.errCode));
    throw new CallError('phone-service-down');
  }
  if (answer.countryCode !== '86' || !mainlandPhone.test(answer.phone))
    throw new CallError('phone-unsupported');
  const phone = sealPhone(keys, answer.phone, openid);
  await inOrder(async (ordered) => {
    const member = (await ordered.read('members', openid)) ?? newMember(openid);
    await ordered.write('members', {
      ...member,
      phone,
      phoneBoundAtMs: nowMs,
      revision: member.revision + 1,
    });
  });
  return readAccount(openid, nowMs);
}
