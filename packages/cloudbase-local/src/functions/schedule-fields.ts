/**
 * The seven fields of a timer, as the documentation of triggers allows them: whole numbers or names, with `,` `-` `*`
 * `/`. https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/triggers.html
 */
interface Field {
  name: string;
  least: number;
  most: number;
  /** Words that may replace numbers; the first one means `least`. */
  words?: string[];
}

const fieldNames: Field[] = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  {
    name: 'month',
    least: 1,
    most: 12,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  { name: 'weekday', least: 0, most: 6, words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  { name: 'year', least: 1970, most: 2099 },
];

const partPattern = /^(\*|[0-9A-Z]+)(?:-([0-9A-Z]+))?(?:\/([1-9][0-9]*))?$/;

/**
 * The schedule with every value as a number and every step over a range: `1/10` of the minutes, from the first minute
 * on, becomes `1-59/10`. Throws a sentence when the documentation does not allow the schedule.
 */
export function readScheduleFields(schedule: string): string {
  const texts = schedule.trim().split(/\s+/);
  if (texts.length !== fieldNames.length)
    throw new Error(`it needs seven fields (${fieldNames.map(({ name }) => name).join(' ')})`);
  return fieldNames.map((field, index) => readField(field, (texts[index] ?? '').toUpperCase())).join(' ');
}

function readField(field: Field, text: string): string {
  return text
    .split(',')
    .map((part) => readPart(field, part))
    .join(',');
}

function readPart(field: Field, part: string): string {
  const [, from = '', to, step] = partPattern.exec(part) ?? [];
  if (from === '' || (from === '*' && to !== undefined))
    throw new Error(`${JSON.stringify(part)} is no value of the field ${field.name}`);
  const range =
    from === '*' ? '*' : rangeOf(field, from, to ?? (step === undefined ? from : String(field.most)));
  return step === undefined ? range : `${range}/${step}`;
}

function rangeOf(field: Field, from: string, to: string): string {
  const [first, last] = [numberOf(field, from), numberOf(field, to)];
  if (first > last) throw new Error(`${from}-${to} of the field ${field.name} ends before it begins`);
  return first === last ? String(first) : `${first}-${last}`;
}

function numberOf(field: Field, text: string): number {
  const word = field.words?.indexOf(text) ?? -1;
  const value = word >= 0 ? field.least + word : Number(text);
  if (!Number.isInteger(value) || value < field.least || value > field.most)
    throw new Error(`${text} is no ${field.name} from ${field.least} to ${field.most}`);
  return value;
}
