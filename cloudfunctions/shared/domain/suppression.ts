/** A sum over a region, of which the regions below are parts. */
export interface Cell {
  name: string;
  count: number;
  /** At least so many different people are in it. */
  people: number;
  below: readonly Cell[];
}

/** The counts that may be shown, by name. */
export type Shown = ReadonlyMap<string, number>;

/** No number about fewer people is shown. */
export const fewestPeople = 10;

/**
 * The cells of a table that may be shown. Hidden are cells of fewer than ten people and, so that what a sum and its shown parts leave over
 * is about ten people or about none either, the smallest of the other parts. Below a hidden cell everything is hidden, because its parts
 * would add up to it.
 */
export function shownCells(whole: Cell): Shown {
  const shown = new Map<string, number>();
  if (whole.people >= fewestPeople) show(whole, shown);
  return shown;
}

function show(cell: Cell, shown: Map<string, number>): void {
  shown.set(cell.name, cell.count);
  const largestFirst = [...cell.below].sort((a, b) => b.people - a.people || b.count - a.count);
  const visible = largestFirst.filter(({ people }) => people >= fewestPeople);
  const hidden = largestFirst.slice(visible.length);
  while (visible.length > 0 && !mayBeKnown(hidden)) hidden.push(...visible.splice(-1));
  for (const each of visible) show(each, shown);
}

/** Whether the sum of the hidden parts may be known: everybody can compute it. */
function mayBeKnown(hidden: readonly Cell[]): boolean {
  const people = hidden.reduce((total, cell) => total + cell.people, 0);
  return people >= fewestPeople || hidden.every(({ count }) => count === 0);
}
