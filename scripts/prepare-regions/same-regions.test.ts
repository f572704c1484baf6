import { regions } from '@facts/regions/region-tree';
import rows from '../../packages/miniprogram-preview/src/places/regions.json';

test('the preview’s pickers know the same regions as the product', () => {
  expect(rows).toEqual(regions.map(({ adcode, name, centre }) => [adcode, name, ...centre]));
});
