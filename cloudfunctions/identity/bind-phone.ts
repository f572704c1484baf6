import type { identityCalls } from '../shared/contract/identity-calls';
import { phoneOfCode } from '../shared/adapters/wechat-phone';
import { writeFor } from '../shared/adapters/write-for';
import { requireAccount } from '../shared/kernel/actor';
import { logCall } from '../shared/kernel/log';
import { sealPhone } from '../shared/kernel/phone-seal';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { settings } from '../shared/kernel/settings';
import { claimPhone, releasePhone } from './claim-phone';
import { phoneIdOf } from './identity-hashes';
import { readAccount } from './read-self';

/** Only mainland operators carry masked numbers. */
const mainlandPhone = /^1[3-9]\d{9}$/;

/** Binds the phone that WeChat has for the account, and replaces an earlier one. */
export const bindPhone: OpenUseCase<typeof identityCalls.bindPhone> = async (
  { code },
  { actor, requestId, nowMs, refuse },
) => {
  const { openid, epoch } = requireAccount(await actor(), refuse);
  // Checks this before WeChat is asked, because WeChat charges for each answer.
  const keys = settings.phoneKeys();
  const answer = await phoneOfCode(code);
  if (answer.kind === 'code-invalid') throw refuse('phone-code-invalid');
  if (answer.kind === 'down') {
    logCall.provider(requestId, 'phonenumber.getPhoneNumber', String(answer.errCode));
    throw refuse('phone-service-down');
  }
  if (answer.countryCode !== '86' || !mainlandPhone.test(answer.phone)) throw refuse('phone-unsupported');
  const phoneId = phoneIdOf(answer.phone);
  const phone = sealPhone(keys, answer.phone, openid);
  await writeFor({ account: { id: openid, epoch }, person: null, beganMs: nowMs }, async (writing) => {
    const { write, account } = writing;
    const { personId } = account;
    if (personId !== null) {
      if (account.phoneId !== null && account.phoneId !== phoneId)
        await releasePhone(writing, account.phoneId, personId);
      await claimPhone(writing, phoneId, personId, refuse);
    }
    await write('members', { ...account, phone, phoneId, phoneBoundAtMs: nowMs });
  });
  return readAccount(openid, nowMs);
};
