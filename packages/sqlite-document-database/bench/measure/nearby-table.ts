import { queryKinds } from '../queries/query-kinds';
import { milliseconds, times } from './figures';
import { percentile } from './percentile';
import { table } from './table';

/** The peer that the goals refer to. */
const namedPeer = 'PostGIS';

/** One row for each kind of query: every contestant's median and 99th percentile, and its speed relative to PostGIS. */
export function nearbyTable(
  samples: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>,
  names: readonly string[],
): string {
  const rivals = names.filter((name) => name !== namedPeer && names.includes(namedPeer));
  const rows = queryKinds
    .filter(({ name }) => samples.has(name))
    .map(({ name: kind, named }) => {
      const at = (name: string, share: number): number =>
        percentile(samples.get(kind)?.get(name) ?? [], share);
      const ratio = (name: string): string =>
        [0.5, 0.99].map((share) => times(at(namedPeer, share) / at(name, share))).join(' / ');
      return [
        named ? kind : `(${kind})`,
        ...names.map((name) => [0.5, 0.99].map((share) => milliseconds(at(name, share))).join(' / ')),
        ...rivals.map(ratio),
      ];
    });
  return table(['query', ...names, ...rivals.map((name) => `${namedPeer} : ${name}`)], rows);
}
