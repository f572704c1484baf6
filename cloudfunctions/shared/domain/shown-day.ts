import { chinaDay } from '@facts/china-time';
import { dayStart } from '../contract/counted';
import type { CountsDocument, ShownDayDocument, ShownRegion } from '../contract/counts-documents';
import { shownCells, type Cell, type Shown } from './suppression';
import { binMinutes } from './waiting-times';

/** The whole country, above the provinces. */
export const nation = 'nation';

const measures = ['need', 'spare', 'solved', 'contacted'] as const;

const dayMs = 86_400_000;
const shownAtOnce = 7;
/** Instances store what they counted by then. */
const patienceMs = 10 * 60_000;

/** The beginnings of the last days that are over, oldest first. */
export function shownDays(nowMs: number): number[] {
  const today = dayStart(nowMs - patienceMs);
  return Array.from({ length: shownAtOnce }, (_, at) => today - (shownAtOnce - at) * dayMs);
}

export const shownDayId = (atMs: number): string => `shown-${chinaDay(atMs)}`;

/** A day as everybody may see it, from the counts of its provinces. Each measure is a table of nation, provinces and cities. */
export function shownDayOf(atMs: number, counted: readonly CountsDocument[]): ShownDayDocument {
  const sums = sumsByProvince(counted);
  const shown = Object.fromEntries(
    measures.map((measure) => [measure, shownCells(treeOf(sums, measure))]),
  ) as Record<(typeof measures)[number], Shown>;
  const items = itemsOf(sums);
  const waits = waitsOf(sums);
  const names = new Set([
    ...measures.flatMap((measure) => [...shown[measure].keys()]),
    ...[...items.values()].flatMap(({ need, spare }) => [...need.keys(), ...spare.keys()]),
  ]);
  return {
    _id: shownDayId(atMs),
    kind: 'shown',
    atMs,
    regions: Object.fromEntries([...names].sort().map((name) => [name, regionOf(name)])),
  };

  function regionOf(name: string): ShownRegion {
    const value = (measure: (typeof measures)[number]) => shown[measure].get(name) ?? null;
    return {
      need: value('need'),
      spare: value('spare'),
      solved: value('solved'),
      contact: value('contacted') === null ? null : (waits.get(`${name}:contact`) ?? null),
      help: value('solved') === null ? null : (waits.get(`${name}:help`) ?? null),
      items: Object.fromEntries(
        [...items]
          .map(
            ([code, of]) =>
              [code, { need: of.need.get(name) ?? null, spare: of.spare.get(name) ?? null }] as const,
          )
          .filter(([, { need, spare }]) => need !== null || spare !== null),
      ),
    };
  }
}

type Sums = ReadonlyMap<string, ReadonlyMap<string, number>>;

function sumsByProvince(counted: readonly CountsDocument[]): Sums {
  const sums = new Map<string, Map<string, number>>();
  for (const { province, counts } of counted) {
    if (province === null) continue;
    const sum = sums.get(province) ?? new Map<string, number>();
    sums.set(province, sum);
    for (const [key, count] of Object.entries(counts)) sum.set(key, (sum.get(key) ?? 0) + count);
  }
  return sums;
}

/** Nation, provinces and cities of one measure. */
function treeOf(sums: Sums, measure: string): Cell {
  const provinces = [...sums].map(([name, sum]): Cell => {
    const cities = [...sum.keys()].flatMap((key) =>
      key.endsWith(`:${measure}`) ? [key.split(':')[0] ?? ''] : [],
    );
    return above(
      name,
      cities.filter((city) => /^\d{6}$/.test(city)).map((city) => cellOf(city, sum, `${city}:${measure}`)),
    );
  });
  return above(nation, provinces);
}

const cellOf = (name: string, sum: ReadonlyMap<string, number>, key: string): Cell => ({
  name,
  count: sum.get(key) ?? 0,
  people: sum.get(`${key}:people`) ?? 0,
  below: [],
});

const above = (name: string, below: Cell[]): Cell => ({
  name,
  count: below.reduce((total, cell) => total + cell.count, 0),
  people: below.reduce((total, cell) => total + cell.people, 0),
  below,
});

/** Each item of each board is a table of nation and provinces. */
function itemsOf(sums: Sums): Map<string, { need: Shown; spare: Shown }> {
  const codes = new Set(
    [...sums.values()].flatMap((sum) =>
      [...sum.keys()].flatMap((key) => /^item:(?:need|spare):([^:]+)$/.exec(key)?.[1] ?? []),
    ),
  );
  const table = (board: string, code: string) =>
    shownCells(
      above(
        nation,
        [...sums].map(([name, sum]) => cellOf(name, sum, `item:${board}:${code}`)),
      ),
    );
  return new Map(
    [...codes].map((code) => [code, { need: table('need', code), spare: table('spare', code) }]),
  );
}

/** By region and `contact` or `help`, how many waited how long. */
function waitsOf(sums: Sums): ReadonlyMap<string, number[]> {
  const waits = new Map<string, number[]>();
  for (const [province, sum] of sums)
    for (const [key, count] of sum) {
      const [, city = '', kind = '', bin] = /^(\d{6}):(contact|help):(\d+)$/.exec(key) ?? [];
      if (bin === undefined) continue;
      for (const region of new Set([nation, province, city])) {
        const known = waits.get(`${region}:${kind}`) ?? binMinutes.map(() => 0).concat(0);
        waits.set(`${region}:${kind}`, known);
        known[Number(bin)] = (known[Number(bin)] ?? 0) + count;
      }
    }
  return waits;
}
