/** `npm run bench:places`: how many places that people type, and how many public addresses, lead to the right region. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionLabel } from '../miniprogram/facts/regions/region-label';
import { judgeAddress, judgePlace } from './places/rate';
import type { Judged, LabelledAddress, TypedPlace } from './places/rate';
import { explain } from '../scripts/explain';

explain(`npm run bench:places

How many places that people type, and how many public addresses, lead to the right region.
`);

const data = join(__dirname, '../tests/data');

for (const half of ['first', 'second']) {
  // For the halves that were written without sight of the search only the kinds are shown, because a search tuned to
  // its lines would prove nothing.
  const isOwn = half === 'first';
  report(`places, ${half} half`, isOwn, lines<TypedPlace>(`places-${half}-half`).map(judgePlace));
  report(
    `addresses, ${half} half`,
    isOwn,
    lines<LabelledAddress>(`addresses-${half}-half`).map(judgeAddress),
  );
}

function lines<Line>(name: string): Line[] {
  const file = join(data, `${name}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

function report(title: string, isOwn: boolean, judged: readonly Judged[]): void {
  const counts = new Map<string, number>();
  for (const { verdict } of judged) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const right = counts.get('right') ?? 0;
  console.log(
    `${title}: ${right} of ${judged.length} right, ${((100 * right) / judged.length).toFixed(1)} %`,
  );
  for (const [verdict, count] of counts) if (verdict !== 'right') console.log(`  ${count} × ${verdict}`);
  if (!isOwn) return;
  for (const { text, verdict, answered } of judged)
    if (verdict !== 'right') console.log(`    ${text}: ${verdict}, ${regionLabel(answered ?? '')}`);
}
