import { z } from 'zod';
import { wechatCloud, type WechatCloud } from './wechat-cloud';

/** WeChat's answer to the code of the button `getPhoneNumber`. */
export type PhoneAnswer =
  | { kind: 'phone'; phone: string; countryCode: string }
  | { kind: 'code-invalid' }
  | { kind: 'down'; errCode: number };

const PhoneInfo = z.object({ purePhoneNumber: z.string(), countryCode: z.string() });
const Answer = z.union([
  z.object({ phoneInfo: PhoneInfo }).transform(({ phoneInfo }) => phoneInfo),
  z.object({ phone_info: PhoneInfo }).transform((answer) => answer.phone_info),
]);

/** WeChat's `invalid code`: used before, older than five minutes, or made up. */
const invalidCode = 40029;

/**
 * Exchanges a code for the phone of the account; charged by the call.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html
 */
export async function phoneOfCode(code: string): Promise<PhoneAnswer> {
  try {
    const { purePhoneNumber, countryCode } = Answer.parse(
      await api(await wechatCloud()).getPhoneNumber({ code }),
    );
    return { kind: 'phone', phone: purePhoneNumber, countryCode };
  } catch (error) {
    const errCode = Number((error as { errCode?: unknown }).errCode ?? 0);
    return errCode === invalidCode ? { kind: 'code-invalid' } : { kind: 'down', errCode };
  }
}

/** The SDK resolves the names of WeChat's server APIs at run time, so its types do not list them. */
function api({ openapi }: WechatCloud): { getPhoneNumber(request: { code: string }): Promise<unknown> } {
  return openapi.phonenumber as ReturnType<typeof api>;
}
