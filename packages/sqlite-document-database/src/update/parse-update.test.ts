import fc from 'fast-check';
import { comparePaths, refuseClashes } from './parse-update';

describe('paths that conflict', () => {
  test.each([
    [['a.9', 'a.9.b', 'a.10', 'a.1a']],
    [['a.1a', 'a.10', 'a.9.b', 'a.9']],
    [['a', 'a.b']],
    [['a.b', 'c', 'a.b']],
    [['a.b.c', 'a.b-c', 'a.b']],
  ])('%j', (paths) => {
    expect(() => refuseClashes(paths)).toThrow('would create a conflict');
  });

  test.each([[['a.9', 'a.90', 'a.10', 'a.1a']], [['a.b', 'a.bc', 'a.b-c', 'ab']]])('not %j', (paths) => {
    expect(() => refuseClashes(paths)).not.toThrow();
  });

  const path = fc
    .array(fc.constantFrom('a', 'b', '1', '9', '10', '1a', '09', '99999999999999999999'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join('.'));

  test('are those of which one equals, or begins, another', () => {
    fc.assert(
      fc.property(fc.array(path, { maxLength: 6 }), (paths) => {
        const clashing = paths.some((one, i) =>
          paths.some((other, j) => i !== j && `${other}.`.startsWith(`${one}.`)),
        );
        let refused = false;
        try {
          refuseClashes(paths);
        } catch {
          refused = true;
        }
        expect(refused).toBe(clashing);
      }),
    );
  });

  test('paths have one total order', () => {
    fc.assert(
      fc.property(path, path, path, (a, b, c) => {
        if (comparePaths(a, b) <= 0 && comparePaths(b, c) <= 0)
          expect(comparePaths(a, c)).toBeLessThanOrEqual(0);
        expect(Math.sign(comparePaths(a, b))).toBe(-Math.sign(comparePaths(b, a)) + 0);
      }),
    );
  });
});
