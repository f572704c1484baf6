import { kindOfNumber } from '../../../facts/document-numbers';
import { normalizeIdNumber } from '../../../facts/resident-id';
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
    ...(nameFits(form.name)
      ? {}
      : { name: say('请填写身份证上的姓名，只用汉字和“·”。有打不出的字，请走下面的“其他证件”。') }),
    ...(fault === '' ? {} : { idNumber: fault }),
    ...(form.consent ? {} : { consent: say('请先勾选同意。') }),
  };
}

/** Whether the form holds what only the manual route can check: another document's number, or a name beyond the keyboard. */
export function needsDocuments({ name, idNumber }: VerificationForm): boolean {
  const kind = kindOfNumber(normalizeIdNumber(idNumber));
  return (kind !== undefined && kind !== 'resident') || isUntypable(name);
}

/** Chinese with letters for the missing character, or with one of a font's own characters. */
export const isUntypable = (name: string): boolean =>
  /\p{Co}/u.test(name) || (/\p{Script=Han}/u.test(name) && /[A-Za-z*?？□○]/.test(name));

/** Two to forty Chinese characters, with any of the dots that some names have. The server drops blanks. */
const nameFits = (name: string): boolean =>
  /^[\p{Script=Han}·•‧∙⋅・･．.●。｡]{2,40}$/u.test(name.replace(/[\s\u200b-\u200d\ufeff]/g, ''));
