import fc from 'fast-check';
import { Scene, type ShareTarget } from '../contract/share-calls';
import { sceneOf, targetOf } from './scene';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'];
const placeId = fc.string({ unit: fc.constantFrom(...letters), minLength: 16, maxLength: 16 });
const target: fc.Arbitrary<ShareTarget> = fc.oneof(
  fc.record({ kind: fc.constant('post' as const), id: hex }),
  fc.record({ kind: fc.constant('place' as const), id: placeId }),
);

test('a scene fits a code and leads back to its target', () => {
  fc.assert(
    fc.property(target, (given) => {
      const scene = sceneOf(given);
      expect(Scene.safeParse(scene).success).toBe(true);
      expect(targetOf(scene)).toEqual(given);
    }),
  );
});

test('a scene with one character changed, left out or added leads nowhere', () => {
  const changed = fc.tuple(target, fc.nat(29), fc.constantFrom(...letters), fc.constantFrom(0, 1, 2));
  let accepted = 0;
  fc.assert(
    fc.property(changed, ([given, at, letter, way]) => {
      const scene = sceneOf(given);
      const rest = scene.slice(at + 1);
      const other =
        [scene.slice(0, at) + letter + rest, scene.slice(0, at) + rest, scene + letter][way] ?? '';
      if (other !== scene && targetOf(other) !== null) accepted += 1;
    }),
    { numRuns: 2000 },
  );
  // One in 16 million passes by chance.
  expect(accepted).toBe(0);
});

test.each(['', 'x', '2p', 'id=1', '1p', '1p0000', '../pages/home', '1c'.padEnd(22, 'A'), '%E4%BD%A0'])(
  'the scene %p is of no version',
  (scene) => {
    expect(targetOf(scene)).toBeNull();
  },
);
