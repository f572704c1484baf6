import type { PostDraft } from '../contract/posts-calls';
import { campaign } from '../kernel/campaign';
import { aDraft } from '../testing/a-draft';
import { draftFault } from './post-draft';

const now = Date.UTC(2026, 10, 30, 17, 0); // already December in China
const need = aDraft('need');
const spare = aDraft('spare', {
  items: [{ code: 'ibuprofen', quantity: 4, unit: '粒', expiresOn: '2027-05', packaging: 'opened-blister' }],
});

const item = (changes: object) => ({ items: [{ ...spare.items[0], ...changes }] });

test('drafts that keep the rules have no fault', () => {
  expect(draftFault(need, campaign, now)).toBeNull();
  expect(draftFault(spare, campaign, now)).toBeNull();
});

test.each<[string, object, string, string]>([
  ['an unknown item', item({ code: 'gold' }), 'item-not-listed', 'items.0.code'],
  ['a unit that the item is not counted in', item({ unit: '吨' }), 'invalid-input', 'items.0.unit'],
  ['more than a course', item({ quantity: 999 }), 'quantity-too-large', 'items.0.quantity'],
  ['no expiry date', item({ expiresOn: undefined }), 'invalid-input', 'items.0.expiresOn'],
  ['expired last month', item({ expiresOn: '2026-11' }), 'medicine-expired', 'items.0.expiresOn'],
  ['an expiry that no medicine has', item({ expiresOn: '2037-01' }), 'invalid-input', 'items.0.expiresOn'],
  ['no packaging', item({ packaging: undefined }), 'invalid-input', 'items.0.packaging'],
  ['the same item twice', { items: [...spare.items, ...spare.items] }, 'invalid-input', 'items.1.code'],
  ['an unknown source', { source: 'street' }, 'invalid-input', 'source'],
  ['too many portions', { portions: 100 }, 'quantity-too-large', 'portions'],
  ['a note too long', { note: '急'.repeat(201) }, 'invalid-input', 'note'],
  ['the same group twice', { groups: ['child', 'child'] }, 'invalid-input', 'groups'],
  ['a refused medicine in the note', { note: '有多的阿奇霉素可以送' }, 'item-refused', 'note'],
])('%s is refused', (_, changes, code, field) => {
  expect(draftFault({ ...spare, ...changes } as PostDraft, campaign, now)).toMatchObject({ code, field });
});

test('the month that the box prints still counts', () => {
  for (const expiresOn of ['2026-12', '2036-12'])
    expect(draftFault({ ...spare, ...item({ expiresOn }) } as PostDraft, campaign, now)).toBeNull();
});

test('an allergy to a refused medicine may be mentioned', () => {
  expect(draftFault({ ...need, note: '老人对阿莫西林过敏，求退烧药' }, campaign, now)).toBeNull();
});

test('200 characters are counted as people see them', () => {
  expect(draftFault({ ...need, note: '🤒'.repeat(200) }, campaign, now)).toBeNull();
});
