import { randomUUID } from 'node:crypto';
import type { PostDraft } from '../../cloudfunctions/shared/contract/posts-calls';

export const yuelu = { point: [112.931, 28.235] as [number, number], adcode: '430104' };

type Draft<B extends PostDraft['board']> = Extract<PostDraft, { board: B }>;

export const needDraft = (changes: Partial<Draft<'need'>> = {}): Draft<'need'> => ({
  board: 'need',
  clientToken: randomUUID(),
  place: yuelu,
  beneficiary: 'elsewhere',
  groups: ['elderly'],
  note: '老人和自己全部病倒，没有退烧药，咳嗽厉害，附近的好心人有没有多余的药物',
  items: [{ code: 'ibuprofen', quantity: 4, unit: '粒' }],
  ...changes,
});

export const spareDraft = (changes: Partial<Draft<'spare'>> = {}): Draft<'spare'> => ({
  board: 'spare',
  clientToken: randomUUID(),
  place: yuelu,
  beneficiary: 'self',
  groups: [],
  note: '家里多的，可以分给有需要的邻居',
  items: [{ code: 'ibuprofen', quantity: 4, unit: '粒', expiresOn: '2099-05', packaging: 'opened-blister' }],
  portions: 3,
  source: 'pharmacy',
  ...changes,
});
