import type { Draft } from '../../model/draft';

/** What a form says before anything is filled in. */
export const emptyBody: Omit<Draft, 'clientToken' | 'place'> = {
  items: [],
  portions: 2,
  source: null,
  beneficiary: 'self',
  groups: [],
  note: '',
};

/** The choices of the fields that are answered by tapping, apart from the campaign's own. */
export const choices = {
  beneficiary: [
    { code: 'self', name: '自己或身边的人', hint: '' },
    { code: 'elsewhere', name: '外地的家人', hint: '' },
  ],
} as const;

/** Parts of both forms from the top, as the errors name them. */
export const formOrder = [
  'form',
  'items',
  'portions',
  'source',
  'place',
  'beneficiary',
  'groups',
  'note',
] as const;
