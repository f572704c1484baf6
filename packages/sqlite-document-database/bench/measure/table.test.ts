import { nearbyTable } from './nearby-table';
import { table } from './table';

test('columns of a table are aligned, the first to the left, figures to the right', () => {
  expect(
    table(
      ['at once', 'rate'],
      [
        ['1', '1,569 /s'],
        ['64', '9 /s'],
      ],
    ),
  ).toBe(
    [
      '| at once |     rate |', //
      '| ------- | -------: |',
      '| 1       | 1,569 /s |',
      '| 64      |     9 /s |',
    ].join('\n'),
  );
});

test('ratios compare each engine with the peer, at the median and at p99', () => {
  const samples = new Map([
    [
      'dense',
      new Map([
        ['database', [1, 1, 2]],
        ['PostGIS', [3, 3, 4]],
      ]),
    ],
  ]);
  const [head, , row] = nearbyTable(samples, ['database', 'PostGIS']).split('\n');
  expect(head).toContain('PostGIS : database');
  expect(row).toContain('3.0× / 2.0×');
});
