import { PostDocument } from '../contract/documents';
import { emptyBody, pickBody, plainFields } from '../contract/post-body';
import { aDraft } from '../testing/a-draft';
import { bodyOfDraft, newPost } from './new-post';

const postOf = (body: ReturnType<typeof bodyOfDraft>) =>
  newPost({
    id: 'a'.repeat(32),
    campaign: 'fever',
    board: 'spare',
    owner: { id: 'f'.repeat(32), maskedName: '李*' },
    body,
    publicPoint: [112.93, 28.23],
    region: { adcode: '430104', label: '湖南省长沙市岳麓区' },
    publishedAtMs: 1_700_000_000_000,
    expiresAtMs: 1_700_000_000_001,
  });

test('a new post fits its collection and keeps all that its draft says', () => {
  const draft = aDraft('spare', { groups: ['child'] });
  const post = postOf(bodyOfDraft(draft));
  expect(PostDocument.safeParse(post).error).toBeUndefined();
  const { portions, ...said } = pickBody(post);
  expect(draft).toMatchObject(said);
  expect(portions).toEqual({ total: draft.portions, left: draft.portions });
});

test('a need has neither portions nor a source', () => {
  expect(bodyOfDraft(aDraft('need'))).toMatchObject({ portions: null, source: null });
});

test('a post for a vulnerable group has priority, and so a higher rank by time', () => {
  const items = aDraft('spare').items;
  const plain = postOf({ ...emptyBody, items });
  const vulnerable = postOf({ ...emptyBody, items, groups: ['elderly'] });
  expect([plain.priority, vulnerable.priority]).toEqual([0, 1]);
  expect(vulnerable.timeRank).toBeGreaterThan(plain.timeRank);
});

test('the regions above its district follow from its code', () => {
  expect(postOf({ ...emptyBody, items: aDraft('spare').items })).toMatchObject({
    districtCode: '430104',
    cityCode: '430100',
    provinceCode: '430000',
  });
});

const withDefault = Object.entries(plainFields).flatMap(([field, schema]) => {
  const { success, data } = schema.safeParse(undefined);
  return success ? [{ field, standard: data }] : [];
});
test.each(withDefault)('a post stored before $field was added reads as $standard', ({ field, standard }) => {
  const old = { ...postOf(bodyOfDraft(aDraft('spare'))), [field]: undefined };
  expect(PostDocument.parse(old)).toMatchObject({ [field]: standard });
});
