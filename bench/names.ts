/** `npm run bench:names`: how many names that people type give the right item, the right refusal or an honest "not listed". */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Campaign } from '../cloudfunctions/shared/contract/campaign';
import { rateOf } from './names/rate';
import type { TypedName } from './names/rate';
import { explain } from '../scripts/explain';

explain(`npm run bench:names

How many names that people type give the right item, the right refusal or an honest "not listed".
`);

const root = join(__dirname, '..');
const campaign = Campaign.parse(
  JSON.parse(readFileSync(join(root, 'campaigns/fever/campaign.json'), 'utf8')) as unknown,
);

for (const half of ['first', 'second']) {
  const file = join(root, `tests/data/names-${half}-half.jsonl`);
  if (!existsSync(file)) {
    console.log(`${half} half: not there`);
    continue;
  }
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const typed = lines.map((line) => JSON.parse(line) as TypedName);
  const { right, wrong } = rateOf(typed, campaign);
  console.log(`${half} half: ${right} of ${typed.length}, ${((100 * right) / typed.length).toFixed(1)} %`);
  // For the half that was written without sight of the search only the kinds are shown, because a search tuned to its
  // lines would prove nothing.
  if (half === 'first') for (const { query, answer } of wrong) console.log(`  ${query}: ${answer}`);
  else console.log(kindsOf(wrong.map(({ kinds }) => kinds)));
}

function kindsOf(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `  ${count} × ${kind}`).join('\n');
}
