import { createRandom } from '../../local/seed/random';
import { createAttackers } from './attackers';
import { rateTown } from './rate';
import { inventTowns } from './towns';

const random = createRandom(20261128);
const attackers = createAttackers(random);

test('at 5 compounds a km² an attacker who sees picks of one spot has five left, and errs by 300 m', () => {
  const [even, , city] = inventTowns(5, 40, random);
  for (const town of [even, city]) {
    if (!town) throw new Error('no such town');
    const rows = rateTown(town, attackers, random);
    for (const { attacker, cell } of rows) {
      expect([attacker, cell.medianMeters >= 300]).toEqual([attacker, true]);
      if (!/own spot|new phone/.test(attacker))
        expect([attacker, cell.belowFive <= 0.05]).toEqual([attacker, true]);
    }
    const asThePerson = rows.find(({ attacker }) => attacker.startsWith('posts as the person'));
    // Proves that the attack works: the earlier way gives the home away.
    expect(asThePerson?.oneShift.medianMeters).toBeLessThan(100);
  }
});
