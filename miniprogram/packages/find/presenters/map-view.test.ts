import { expect, test } from '@jest/globals';
import { regionPlace } from '../../../presenters/place/region-place';
import { mapView, placeMarker } from './map-view';

test('the name of the searched place is under its pin, in the middle, and under the count of its own cell', () => {
  const place = regionPlace('430104');
  if (place === undefined) throw new Error('岳麓区 is missing');
  expect(mapView('spare', [], [], place).markers).toEqual([
    expect.objectContaining({
      id: placeMarker,
      zIndex: 1,
      label: expect.objectContaining({ content: '岳麓区', anchorX: -24, anchorY: 18 }),
    }),
  ]);
  const [home] = mapView('spare', [], [], { ...place, name: 'Home' }).markers;
  expect(home).toMatchObject({ label: { anchorX: -18 } });
});
