import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from './cloud';

const pollMs = 500;
const patienceMs = 300_000;

/** Waits until a change of a function is in force, because until then the platform refuses the next change. */
export async function waitUntilActive(name: string, cloud: Cloud): Promise<void> {
  const endMs = Date.now() + patienceMs;
  for (;;) {
    const { Status } = await cloud.functions.getFunctionDetail(name);
    if (Status === 'Active') return;
    if (/Failed$/.test(Status) || Date.now() > endMs)
      throw new Error(`function ${name} is in the state ${Status}: see it in the console`);
    await wait(pollMs);
  }
}
