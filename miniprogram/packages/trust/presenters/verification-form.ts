import { idNumberFault } from './id-number';
import type { VerificationErrors } from './verification-errors';

/** The form as it is filled in. It is kept nowhere. */
export interface VerificationForm {
  name: string;
  idNumber: string;
  consent: boolean;
}

/** What is missing or wrong before anything is sent; `phoneBound` as the server says. */
export function formGaps(form: VerificationForm, phoneBound: boolean, nowMs: number): VerificationErrors {
  const fault = idNumberFault(form.idNumber, nowMs);
  return {
    ...(phoneBound ? {} : { phone: '请先绑定手机号。' }),
    ...(nameFits(form.name) ? {} : { name: '请填写身份证上的姓名，只用汉字和“·”。' }),
    ...(fault === '' ? {} : { idNumber: fault }),
    ...(form.consent ? {} : { consent: '请先勾选同意。' }),
  };
}

/** Two to forty Chinese characters with the dot that some names have, of whatever kind; blanks are the server's to drop. */
const nameFits = (name: string): boolean =>
  /^[\p{Script=Han}·•‧∙⋅・･．.]{2,40}$/u.test(name.replace(/[\s\u200b-\u200d\ufeff]/g, ''));
