import type { Command } from './sdk-drivers';

/** Four sales; the last has no city and no price. */
export const sales = [
  {
    _id: 's1',
    item: 'A',
    city: 'x',
    n: 2,
    price: 10,
    tags: ['p', 'q'],
    at: new Date('2022-12-20T01:00:00Z'),
  },
  { _id: 's2', item: 'B', city: 'x', n: 1, price: 20, tags: ['p'], at: new Date('2022-12-20T23:00:00Z') },
  { _id: 's3', item: 'A', city: 'y', n: 5, price: 10, tags: [], at: new Date('2022-12-21T01:00:00Z') },
  { _id: 's4', item: 'C', n: 10, price: null, at: new Date('2022-12-22T00:00:00Z') },
];

/** Builds an expression or accumulator by its name. */
export const of = ($: Command['aggregate'], name: string, operand: unknown): unknown =>
  ($[name] as (given: unknown) => unknown)(operand);
