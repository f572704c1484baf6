import { writeSync } from 'node:fs';
import { PlatformError } from '../../src/platform-error';
import type { LongWriteSizes } from '../../src/limits';
import { scratchDatabase, type Scratch } from '../scratch-database';
import { randomNumbers } from './random-numbers';
import { accountCount, crashIndexes, opening } from './invariants';
import { parseEjson, stringifyEjson } from '../../src/values/ejson';
import type { Document } from '../../src/values/value';

/*
 * The process that gets killed: writes to the folder named first with the seed named second, and prints the
 * acknowledged writes: `insert ID ID`, `count N` (increments), `move`.
 */

async function main(): Promise<void> {
  const [dir, seed] = process.argv.slice(2) as [string, string];
  const random = randomNumbers(Number(seed));
  // Checkpoints often, so that kills also come during them.
  const scratch = await scratchDatabase(crashIndexes, {
    dir,
    checkpointWrites: 10,
    longWrites: smallPieces,
  });
  await openAccounts(scratch);
  say('ready');
  // Sixteen at once, so that they share commits.
  await Promise.all(
    Array.from({ length: 16 }, (_unused, worker) => work(scratch, random, `${seed}-${worker}`)),
  );
}

/** A bulk load has many commits, so that kills come between them. */
const smallPieces: LongWriteSizes = {
  commitBytes: 1000,
  logBytes: 50_000,
  runDocuments: 5,
  pieceEntries: 20,
};

async function openAccounts(scratch: Scratch): Promise<void> {
  if ((await scratch.find({ _id: 'counter' })).length) return;
  const accounts = Array.from({ length: accountCount }, (_unused, i): Document => ({
    _id: `account${i}`,
    key: `account${i}`,
    kind: 'account',
    n: opening,
  }));
  await scratch.insert([...accounts, { _id: 'counter', key: 'counter', kind: 'counter', n: 0 }]);
}

async function work(scratch: Scratch, random: () => number, name: string): Promise<never> {
  for (let i = 0; ; i++) {
    const choice = random();
    if (choice < 0.002) await loadPairs(scratch, random, `${name}-${i}`);
    else if (choice < 0.4) await insertPair(scratch, random, `${name}-${i}`);
    else if (choice < 0.7) {
      await scratch.update({ _id: 'counter' }, { $inc: { n: 1 } });
      say('count 1');
    } else if (choice < 0.9) await move(scratch, random);
    else {
      const [victim] = await scratch.find({ kind: 'pair' }, { limit: 1 });
      if (victim)
        await scratch.update(
          { kind: 'pair', key: victim.key as string },
          { $set: { place: somewhere(random), tags: ['moved', 'both'] } },
        );
    }
  }
}

async function insertPair(scratch: Scratch, random: () => number, id: string): Promise<void> {
  await scratch.insert(pair(random, id));
  say(`insert ${id}x ${id}y`);
}

/** A load of many pairs whose halves are in different commits. */
async function loadPairs(scratch: Scratch, random: () => number, id: string): Promise<void> {
  const pairs = Array.from({ length: 6 }, (_unused, i) => pair(random, `${id}-${i}`));
  const halves = [...pairs.map(([x]) => x as Document), ...pairs.map(([, y]) => y as Document)];
  await scratch.database.bulkLoad('things', halves);
  say(`insert ${halves.map(({ _id }) => String(_id)).join(' ')}`);
}

function pair(random: () => number, id: string): Document[] {
  return ['x', 'y'].map((half): Document => ({
    _id: `${id}${half}`,
    key: `${id}${half}`,
    kind: 'pair',
    n: random(),
    tags: ['both', half],
    place: somewhere(random),
  }));
}

async function move(scratch: Scratch, random: () => number): Promise<void> {
  const [from, to] = [Math.floor(random() * accountCount), Math.floor(random() * accountCount)];
  if (from === to) return;
  const transactionId = await scratch.begin();
  const one = (id: number, amount: number): Promise<unknown> =>
    scratch.send('modifyDocument', {
      transactionId,
      queryType: 'DOC',
      query: stringifyEjson({ _id: `account${id}` }),
      data: stringifyEjson({ $inc: { n: amount } }),
      merge: true,
    });
  try {
    await one(from, -5);
    await one(to, 5);
    await scratch.send('commitTransaction', { transactionId });
    say('move');
  } catch (cause) {
    if (!(cause instanceof PlatformError)) throw cause;
  }
}

function somewhere(random: () => number): Document {
  return parseEjson(
    JSON.stringify({ type: 'Point', coordinates: [100 + random() * 20, 20 + random() * 20] }),
  ) as Document;
}

/** Written synchronously, so that the line is out before anything else happens. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

void main();
