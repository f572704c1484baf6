import { idNumberFault } from './id-number';
import type { VerificationErrors } from './verification-errors';
import { say } from '../../../facts/words/say';

/** The form while it is filled in. Nothing stores it. */
export interface VerificationForm {
  name: string;
  idNumber: string;
  consent: boolean;
}

/** Missing or wrong fields, found before anything is sent. `phoneBound` comes from the server. */
export function formGaps(form: VerificationForm, phoneBound: boolean, nowMs: number): VerificationErrors {
  const fault = idNumberFault(form.idNumber, nowMs);
  return {
    ...(phoneBound ? {} : { phone: say('请先绑定手机号。') }),
    ...(nameFits(form.name) ? {} : { name: say('请填写身份证上的姓名，只用汉字和“·”。') }),
    ...(fault === '' ? {} : { idNumber: fault }),
    ...(form.consent ? {} : { consent: say('请先勾选同意。') }),
  };
}

/** Two to forty Chinese characters, with any of the dots that some names have. The server drops blanks. */
const nameFits = (name: string): boolean =>
  /^[\p{Script=Han}·•‧∙⋅・･．.]{2,40}$/u.test(name.replace(/[\s\u200b-\u200d\ufeff]/g, ''));
