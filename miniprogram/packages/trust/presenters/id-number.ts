/** What is wrong with a resident's ID number, before anybody is asked about it; empty when nothing is. */
export function idNumberFault(typed: string, nowMs: number): string {
  const number = tidyIdNumber(typed);
  if (number === '') return '请填写身份证号。';
  if (number.length !== 18) return `身份证号是 18 位，现在是 ${number.length} 位。`;
  if (!/^\d{17}[\dX]$/.test(number)) return '身份证号只有数字，最后一位可以是 X。';
  if (!checkDigitFits(number) || !isBirthday(number, nowMs)) return '身份证号填错了，请逐位核对。';
  if (/^(9|8[123])/.test(number)) return '这种证件请走下面的“其他证件”。';
  if (bornAfter(number, nowMs)) return '未满 18 周岁不能实名，请让家里的大人来发布或联系。';
  return '';
}

/** As people type it: without blanks and hyphens, the X upper-case. */
export const tidyIdNumber = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';
const adultYears = 18;

/** GB 11643-1999. */
function checkDigitFits(number: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return checks[sum % 11] === number[17];
}

function isBirthday(number: string, nowMs: number): boolean {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const born = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(born.getTime()) && born.toISOString().startsWith(day) && born.getTime() <= nowMs;
}

/** Whether the 18th birthday lies ahead, by the calendar of China. */
function bornAfter(number: string, nowMs: number): boolean {
  const today = new Date(nowMs + 8 * 3_600_000).toISOString().slice(0, 10).replace(/-/g, '');
  return Number(number.slice(6, 14)) > Number(today) - adultYears * 10_000;
}
