import type { DocumentKind } from '../../../../cloudfunctions/shared/contract/identity-document';
import { numberFits } from '../../../facts/document-numbers';
import { birthDayOf, normalizeIdNumber } from '../../../facts/resident-id';
import { say, translated } from '../../../facts/words/say';

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
    ...(numberFits(form.kind, number) ? {} : { number: translated(numberForms[form.kind]) }),
    ...birthGap(form.bornOn, birthDayOf(number)),
    ...(form.pictures.length === 0 ? { pictures: say('请拍一张证件照片。') } : {}),
    ...(form.consent ? {} : { consent: say('请先勾选同意。') }),
  };
}

/** How a number of each kind looks, said when the typed one cannot be right. */
const numberForms: Record<DocumentKind, string> = {
  resident: '身份证号是 18 位，请逐位核对。',
  passport: '证件号只有字母和数字，6 到 20 位。',
  'hk-mo-permit': '回乡证号是 H 或 M，后面 8 位数字。',
  'taiwan-permit': '台胞证号是 8 位数字。',
  'hk-mo-tw-resident': '居住证号是 18 位，以 81、82 或 83 开头，请逐位核对。',
  'permanent-resident': '这种证的号码是 18 位，以 9 开头；旧证是 3 个字母和 12 位数字。请逐位核对。',
};

function birthGap(bornOn: string, stated: string | undefined): DocumentErrors {
  if (bornOn === '') return { bornOn: say('请选择出生日期。') };
  if (stated === undefined || stated === bornOn) return {};
  return { bornOn: say`和号码里的出生日期（${stated}）不一样。` };
}

/** A passport has a page with photo and name, a card has two sides. */
export const picturesHint = (kind: DocumentKind): string =>
  kind === 'passport'
    ? say`有照片和姓名的那一页，最多 ${mostPictures} 张`
    : say`正面和反面各拍一张，最多 ${mostPictures} 张`;

export const tidyNumber = (typed: string): string => normalizeIdNumber(typed.replace(/[()（）]/g, ''));

/** Puts the sentence of a refusal at its field; `field` comes from the function. */
export function documentRefusal(failure: { code: string; message: string; field?: string }): DocumentErrors {
  if (failure.code === 'under-age' || failure.field === 'bornOn') return { bornOn: failure.message };
  if (failure.code === 'id-number-invalid' || failure.field === 'number') return { number: failure.message };
  return { form: failure.message };
}
