import { simplified } from '../characters/simplified';

/**
 * A name in the form used for comparison: half width, lower case, simplified characters, without spaces and marks. Ｎ９５
 * becomes n95, 連花清瘟 becomes 连花清瘟. Folding twice is folding once.
 */
export function foldName(typed: string): string {
  return simplified(typed.normalize('NFKC').toLowerCase())
    .replace(/醯/g, '酰')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const number = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十几半]+)';
const strength = new RegExp(`${number}(?:mg|g|ml|毫克|克|毫升)(?![a-z])`, 'g');
const count = new RegExp(`${number}(?:片|粒|颗|袋|包|盒|板|瓶|支|只|个|贴|丸|份|s)(?:装)?(?![a-z])`, 'g');

/** Additions of boxes and messages to a name: 0.3g×20粒, 两盒. */
export function withoutAmounts(typed: string): string {
  const text = typed.normalize('NFKC').toLowerCase();
  const left = text.replace(strength, ' ').replace(count, ' ');
  return foldName(left) === '' ? text : left;
}
