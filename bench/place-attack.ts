/**
 * `npm run bench:place-attack`: what each attacker of a home learns when the list of compounds is known: how many of
 * them stay equally likely (least, 5th of 100, median; a compound counts by its probability, e to the entropy), the
 * share of homes with fewer than five, and the error of the best guess. Compares the earlier way (decision 4) with the
 * present one (decision 18), on invented towns.
 */
import { createRandom } from '../local/seed/random';
import { createAttackers } from './place-attack/attackers';
import { rateTown, type Rating } from './place-attack/rate';
import { inventTowns } from './place-attack/towns';
import { explain } from '../scripts/explain';

explain(
  `npm run bench:place-attack [-- N]

What attackers learn of homes when the list of compounds is known. N homes of each town, 300 without a number.
`,
  process.argv.slice(2).filter((arg) => !/^[1-9]\d*$/.test(arg)),
);

const victims = Number(process.argv[2] ?? 300);
const random = createRandom(20261128);
const attackers = createAttackers(random);
const columns = ' least   5th  med.    < 5 metres';

for (const perKm2 of [5, 10, 20])
  for (const town of inventTowns(perKm2, victims, random)) {
    console.log(`\n${town.name}: ${town.compounds.length} compounds, ${victims} homes`);
    console.log(line('attacker knows', '    one secret shift (before)', '    cell (now)'));
    console.log(line('', columns, columns));
    for (const { attacker, oneShift, cell } of rateTown(town, attackers, random))
      console.log(line(attacker, ratingText(oneShift), ratingText(cell)));
  }

function ratingText({ least, fifth, median, belowFive, medianMeters }: Rating): string {
  const numbers = [least, fifth, median].map((count) => count.toFixed(1).padStart(6)).join('');
  const share = `${(100 * belowFive).toFixed(1)} %`.padStart(8);
  return `${numbers}${share}${`${medianMeters.toFixed(0)} m`.padStart(8)}`;
}

function line(attacker: string, before: string, now: string): string {
  return `${attacker.padEnd(46)}| ${before.padEnd(35)}| ${now}`;
}
