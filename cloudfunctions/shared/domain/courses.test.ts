import campaign from '@campaign';
import type { CatalogueItem } from '../contract/campaign';
import { emptyBody, type PostBody } from '../contract/post-body';
import { coursesOf } from './courses';

const catalogue = campaign.catalogue as CatalogueItem[];
const course = (code: string, share = 1) => {
  const { unit, needMaximum } = catalogue.find((item) => item.code === code)?.units[0] ?? {};
  return { code, unit: unit ?? '', quantity: share * (needMaximum ?? NaN) };
};
const coursesIn = (parts: Partial<PostBody>) => coursesOf({ ...emptyBody, ...parts }, catalogue);

test.each<[string, Partial<PostBody>, number]>([
  [
    'a need of two items, one of them half',
    { items: [course('ibuprofen'), course('paracetamol', 0.5)] },
    1.5,
  ],
  ['a spare by all its portions', { items: [course('ibuprofen')], portions: { total: 3, left: 1 } }, 3],
  ['nothing', { items: [] }, 0],
  ['a unit that is no longer listed', { items: [{ code: 'ibuprofen', unit: '桶', quantity: 9 }] }, 0],
])('the courses of %s are counted', (_what, body, courses) => {
  expect(coursesIn(body)).toBeCloseTo(courses);
});
