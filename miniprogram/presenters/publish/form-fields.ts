import type { Draft } from '../../model/draft';

/** The fields of an empty form. */
export const emptyBody: Omit<Draft, 'clientToken' | 'place'> = {
  items: [],
  portions: 2,
  source: null,
  beneficiary: 'self',
  groups: [],
  handOver: [],
  ill: 1,
  callHours: null,
  note: '',
};

/** The fields that a form sends in another shape than the post shows. */
const shapedFields = ['items', 'portions', 'source'] as const;

/** The fields that a form sends exactly as the post shows them. */
export type PlainFields = Omit<typeof emptyBody, (typeof shapedFields)[number]>;

/** These fields of a post or a form. */
export function plainOf(body: PlainFields): PlainFields {
  const names = Object.keys(emptyBody).filter((name) => !shapedFields.some((shaped) => shaped === name));
  return Object.fromEntries(names.map((name) => [name, body[name as keyof PlainFields]])) as PlainFields;
}

/** The choices of the fields that a tap answers, other than the campaign's own. */
export const choices = {
  beneficiary: [
    { code: 'self', name: '自己或身边的人', hint: '' },
    { code: 'elsewhere', name: '外地的家人', hint: '' },
  ],
  handOver: [
    { code: 'pick-up', name: '自取', hint: '' },
    { code: 'courier', name: '跑腿', hint: '叫人来取送' },
    { code: 'mail', name: '可邮寄', hint: '' },
    { code: 'contactless', name: '无接触', hint: '放门口，不见面' },
  ],
  callHours: [
    { code: 'any', name: '随时', hint: '' },
    { code: '8-20', name: '8–20点', hint: '' },
    { code: '12-14', name: '12–14点', hint: '' },
    { code: '18-22', name: '18–22点', hint: '' },
  ],
} as const;

/** Parts of both forms from the top, as the errors name them. */
export const formOrder = [
  'form',
  'items',
  'portions',
  'photoFileIds',
  'source',
  'place',
  'handOver',
  'callHours',
  'ill',
  'beneficiary',
  'groups',
  'note',
] as const;

/** The choice of the form that these hours are; `any` without hours. */
export const callHoursCode = (hours: Draft['callHours']): string =>
  hours === null ? 'any' : `${hours.from}-${hours.until}`;

/** The hours of a choice. */
export function callHoursOf(code: string): Draft['callHours'] {
  const [from, until] = code.split('-').map(Number);
  return from === undefined || until === undefined ? null : { from, until };
}
