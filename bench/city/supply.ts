import type { DonorPlan, SeekerPlan } from './people';

type Need = Pick<SeekerPlan, 'at' | 'givesUpAt' | 'item'>;
type Spare = Pick<DonorPlan, 'at' | 'goesAt' | 'item' | 'portions'>;

/**
 * How many needs the supply could help at most: the largest assignment of portions to needs for the same medicine whose wait overlaps
 * with the time in which the portion is there, at whatever distance. `mayMeet`: only these two.
 */
export function mostHelped<N extends Need, S extends Spare>(
  needs: readonly N[],
  spares: readonly S[],
  endMinute: number,
  mayMeet: (need: N, spare: S) => boolean = () => true,
): number {
  const fitting = needs.map((need) =>
    spares.flatMap((spare, at) => (fits(need, spare, endMinute) && mayMeet(need, spare) ? [at] : [])),
  );
  const taken: number[][] = spares.map(() => []);
  return needs.filter((_, need) => place(need, { fitting, taken, spares, seen: new Set() })).length;
}

/**
 * How long each need waits until a fitting spare is there, of those needs for which one is ever there: what the waits to the first contact
 * would be, if every need had it at once.
 */
export function shortestWaits(needs: readonly Need[], spares: readonly Spare[], endMinute: number): number[] {
  return needs.flatMap((need) => {
    const waits = spares
      .filter((spare) => fits(need, spare, endMinute))
      .map(({ at }) => Math.max(0, at - need.at));
    return waits.length === 0 ? [] : [Math.min(...waits)];
  });
}

const fits = (need: Need, spare: Spare, endMinute: number): boolean =>
  need.item === spare.item && Math.max(need.at, spare.at) < Math.min(need.givesUpAt, spare.goesAt, endMinute);

interface Search {
  fitting: readonly (readonly number[])[];
  /** The needs that each spare is assigned to. */
  taken: number[][];
  spares: readonly Spare[];
  seen: Set<number>;
}

/** Finds a portion for a need, moving others to another spare where that makes room: an augmenting path. */
function place(need: number, search: Search): boolean {
  const { fitting, taken, spares, seen } = search;
  for (const at of fitting[need] ?? []) {
    if (seen.has(at)) continue;
    seen.add(at);
    const here = taken[at] ?? [];
    const moved =
      here.length < (spares[at]?.portions ?? 0) ? -1 : here.findIndex((each) => place(each, search));
    if (here.length >= (spares[at]?.portions ?? 0) && moved === -1) continue;
    if (moved !== -1) here.splice(moved, 1);
    here.push(need);
    return true;
  }
  return false;
}
