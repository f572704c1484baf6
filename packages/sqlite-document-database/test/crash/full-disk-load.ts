import { writeSync } from 'node:fs';
import { scratchDatabase } from '../scratch-database';

/*
 * The process whose files may not grow beyond a size: it writes to the folder named first until a write is refused,
 * then continues in the same database, and prints the results as JSON.
 */

/** The results of the process. */
export interface FullDiskReport {
  acknowledged: string[];
  /** The refusal, as an SDK would receive it. */
  code: string;
  message: string;
  /** Documents that a read finds after the refusal. */
  readable: number;
  /** Whether a removal and a small document succeed after the refusal. */
  goesOn: boolean;
}

async function main(): Promise<void> {
  const scratch = await scratchDatabase(['unique:key_1'], { dir: process.argv[2] as string });
  const report: FullDiskReport = { acknowledged: [], code: '', message: '', readable: 0, goesOn: false };
  for (let i = 0; report.code === ''; i++) {
    const _id = `d${i}`;
    try {
      await scratch.insert([{ _id, key: i, filler: 'x'.repeat(50_000) }]);
      report.acknowledged.push(_id);
    } catch (cause) {
      const { code, message } = cause as { code: string; message: string };
      Object.assign(report, { code, message });
    }
  }
  report.readable = (await scratch.find({}, { projection: '{"_id":1}' })).length;
  try {
    const removed = await scratch.remove({ _id: 'd0' });
    await scratch.insert([{ _id: 'small', key: 'small' }]);
    report.goesOn = removed === 1;
    report.acknowledged = [...report.acknowledged.slice(1), 'small'];
  } finally {
    writeSync(1, JSON.stringify(report));
  }
}

void main();
