import { kindOfNumber } from '../../../facts/document-numbers';
import { idFault, normalizeIdNumber } from '../../../facts/resident-id';
import type { IdFault } from '../../../facts/resident-id';
import { say, translated } from '../../../facts/words/say';

const sentences: Record<IdFault, string> = {
  'id-number-invalid': '身份证号填错了，请逐位核对。',
  'document-route': '这种证件请走下面的“其他证件”。',
  'under-age': '未满 18 周岁不能实名，请让家里的大人来发布或联系。',
};

/** The fault of a resident's ID number, found before any service is asked; empty when it may be right. */
export function idNumberFault(typed: string, nowMs: number): string {
  const number = normalizeIdNumber(typed);
  if (number === '') return say('请填写身份证号。');
  const kind = kindOfNumber(number);
  if (kind !== undefined && kind !== 'resident') return say(sentences['document-route']);
  if (number.length !== 18) return say`身份证号是 18 位，现在是 ${number.length} 位。`;
  if (!/^\d{17}[\dX]$/.test(number)) return say('身份证号只有数字，最后一位可以是 X。');
  const fault = idFault(number, nowMs);
  return fault === null ? '' : translated(sentences[fault]);
}
