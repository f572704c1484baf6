import { describe, expect, test } from '@jest/globals';
import type { CatalogueItem } from '../../../../cloudfunctions/shared/contract/campaign';
import { PostDraft } from '../../../../cloudfunctions/shared/contract/posts-calls';
import type { Draft } from '../../../model/draft';
import { approvalNumberOf } from './approval-number';
import { draftGaps } from './draft-gaps';
import { changeItem, toggleItem } from '../../../presenters/item/draft-items';
import { errorsOfFailure, firstFaulty } from './field-errors';
import { emptyBody, formOrder } from '../../../presenters/publish/form-fields';
import { publishInput } from '../../../presenters/publish/publish-input';
import { errorsAfter } from './publish-form';

const ibuprofen: CatalogueItem = {
  code: 'ibuprofen',
  name: '布洛芬',
  english: 'Ibuprofen',
  aliases: ['芬必得'],
  category: 'fever',
  kind: 'medicine',
  ingredients: ['ibuprofen'],
  forms: ['capsule'],
  ages: 'adult',
  symptoms: ['fever'],
  units: [
    { unit: '粒', portion: 4, needMaximum: 6 },
    { unit: '盒', portion: 1, needMaximum: 1 },
  ],
  source: '说明书',
};
const place = {
  kind: 'region' as const,
  name: '岳麓区',
  regionLabel: '湖南省长沙市岳麓区',
  place: { point: [112.931, 28.235] as [number, number], adcode: '430104' },
};
const empty: Draft = {
  clientToken: 'token-0123456789',
  place: null,
  ...emptyBody,
  note: '  急需 ',
};

describe('a form', () => {
  test('adds an item in its usual unit and portion, and removes it again', () => {
    const items = toggleItem([], ibuprofen);
    expect(items).toEqual([{ code: 'ibuprofen', quantity: 4, unit: '粒' }]);
    expect(toggleItem(items, ibuprofen)).toEqual([]);
  });

  test('another unit begins at its own portion', () => {
    const changed = changeItem(toggleItem([], ibuprofen), [ibuprofen], 'ibuprofen', { unit: '盒' });
    expect(changed).toEqual([{ code: 'ibuprofen', quantity: 1, unit: '盒' }]);
  });

  test('a need lacks its items and its place, a spare also source, expiry and packaging', () => {
    expect(Object.keys(draftGaps('need', empty, [ibuprofen]))).toEqual(['items', 'place']);
    const spare = { ...empty, place, items: toggleItem([], ibuprofen) };
    expect(Object.keys(draftGaps('spare', spare, [ibuprofen]))).toEqual([
      'items.0.expiresOn',
      'items.0.packaging',
      'source',
    ]);
    expect(draftGaps('need', spare, [ibuprofen])).toEqual({});
  });

  test('a need is sent without the fields that only a spare has', () => {
    const items = [{ code: 'ibuprofen', quantity: 4, unit: '粒', expiresOn: '2030-01' }];
    const input = publishInput('need', { ...empty, place, items });
    expect(input).toMatchObject({
      board: 'need',
      clientToken: 'token-0123456789',
      place: place.place,
      note: '急需',
      items: [{ code: 'ibuprofen', quantity: 4, unit: '粒' }],
    });
    expect(PostDraft.safeParse(input).error).toBeUndefined();
  });

  test('an empty approval number is not sent', () => {
    const items = [{ code: 'ibuprofen', quantity: 4, unit: '粒', approvalNumber: '' }];
    const input = publishInput('spare', { ...empty, place, items, source: 'home' });
    expect(input.items).toEqual([{ code: 'ibuprofen', quantity: 4, unit: '粒' }]);
  });
});

describe('an error of a form', () => {
  test('is shown at the field that the server names, and scrolls to the first from the top', () => {
    const errors = errorsOfFailure({ code: 'invalid-input', message: '太长。', field: 'note' });
    expect(errors).toEqual({ note: '太长。' });
    expect(firstFaulty({ ...errors, 'items.1.quantity': '太多。' }, formOrder)).toBe('items');
    expect(firstFaulty({}, formOrder)).toBeNull();
  });

  test('without a field it is shown where its kind belongs, or at the top', () => {
    expect(errorsOfFailure({ code: 'region-unknown', message: 'x' })).toEqual({ place: 'x' });
    expect(errorsOfFailure({ code: 'too-many-open-posts', message: 'x' })).toEqual({ form: 'x' });
  });

  test('disappears once its part was changed', () => {
    const errors = { form: 'a', 'items.0.quantity': 'b', source: 'c' };
    expect(errorsAfter(errors, ['items'])).toEqual({ source: 'c' });
  });
});

test.each([
  ['', ''],
  ['h20013062', '国药准字H20013062'],
  [' 国药准字 Z2010 0001 ', '国药准字Z20100001'],
])('the approval number typed as %p is %p', (typed, number) => {
  expect(approvalNumberOf(typed)).toBe(number);
});
