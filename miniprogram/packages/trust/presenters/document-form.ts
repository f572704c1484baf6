import type { DocumentKind } from '../../../../cloudfunctions/shared/contract/identity-document';
import { say } from '../../../facts/words/say';

/** The form by which a user hands in a document. */
export interface DocumentForm {
  kind: DocumentKind;
  name: string;
  number: string;
  /** `YYYY-MM-DD`; empty until chosen. */
  bornOn: string;
  /** Paths of the chosen pictures on this phone. */
  pictures: string[];
  consent: boolean;
}

export type DocumentField = 'name' | 'number' | 'bornOn' | 'pictures' | 'consent' | 'form';
export type DocumentErrors = Partial<Record<DocumentField, string>>;

export const documentFields: readonly DocumentField[] = [
  'form',
  'name',
  'number',
  'bornOn',
  'pictures',
  'consent',
];

export const mostPictures = 3;

/** Missing or wrong fields, found before anything is sent. */
export function documentGaps(form: DocumentForm): DocumentErrors {
  const number = tidyNumber(form.number);
  return {
    ...(form.name.trim().length < 2 ? { name: say('请填写证件上的姓名。') } : {}),
    ...(/^[A-Za-z0-9]{6,20}$/.test(number) ? {} : { number: say('证件号只有字母和数字，6 到 20 位。') }),
    ...(form.bornOn === '' ? { bornOn: say('请选择出生日期。') } : {}),
    ...(form.pictures.length === 0 ? { pictures: say('请拍一张证件照片。') } : {}),
    ...(form.consent ? {} : { consent: say('请先勾选同意。') }),
  };
}

export const tidyNumber = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** Puts the sentence of a refusal at its field; `field` comes from the function. */
export function documentRefusal(failure: { code: string; message: string; field?: string }): DocumentErrors {
  if (failure.code === 'under-age' || failure.field === 'bornOn') return { bornOn: failure.message };
  if (failure.code === 'id-number-invalid' || failure.field === 'number') return { number: failure.message };
  return { form: failure.message };
}
