import { randomUUID } from 'node:crypto';
import type { Board } from '../contract/board';
import type { Place } from '../contract/place';
import { CorrectedDraft, PostDraft } from '../contract/posts-calls';

type DraftOf<B extends Board> = Extract<PostDraft, { board: B }>;

export const yuelu: Place = { point: [112.931, 28.235], adcode: '430104' };

/** A form of this board that may be published, with its own client token. */
export function aDraft<B extends Board>(board: B, changes: Partial<DraftOf<B>> = {}): DraftOf<B> {
  // Parsed, so that fields with a default are filled in.
  const draft = PostDraft.parse({ board, clientToken: randomUUID(), place: yuelu, ...filledIn[board] });
  return { ...(draft as DraftOf<B>), ...changes };
}

const filledIn = {
  need: {
    beneficiary: 'elsewhere',
    groups: ['elderly'],
    note: '老人和自己全部病倒，没有退烧药，咳嗽厉害，附近的好心人有没有多余的药物',
    items: [{ code: 'ibuprofen', quantity: 4, unit: '粒' }],
  },
  spare: {
    beneficiary: 'self',
    groups: [],
    note: '家里多的，可以分给有需要的邻居',
    items: [
      { code: 'ibuprofen', quantity: 4, unit: '粒', expiresOn: '2032-05', packaging: 'opened-blister' },
    ],
    portions: 3,
    source: 'pharmacy',
  },
} as const;

/** The owner's correction of a spare with this note. */
export function aCorrection(note: string): Extract<CorrectedDraft, { board: 'spare' }> {
  const correction = CorrectedDraft.parse({ board: 'spare', ...filledIn.spare, note });
  return correction as Extract<CorrectedDraft, { board: 'spare' }>;
}
