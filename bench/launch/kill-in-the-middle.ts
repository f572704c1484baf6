import { setTimeout as sleep } from 'node:timers/promises';
import { functionNames } from '../../scripts/build-functions';
import { join } from 'node:path';
import { root } from '../data/collections';
import type { ProductProcess } from './product-process';
import type { createSpent } from './spent';

const providersDownMs = 5_000;

/**
 * During a run: kills all instances of each function, then takes the providers away for some seconds, then ends the whole product (gateway,
 * database, functions) at once and starts it again on what the disk holds.
 */
export async function killInTheMiddle(
  product: { now: ProductProcess },
  seconds: number,
  start: (port: number) => Promise<ProductProcess>,
  spent: ReturnType<typeof createSpent>,
): Promise<void> {
  const partMs = (seconds * 1000) / 4;
  await sleep(partMs);
  for (const name of functionNames(join(root, 'cloudfunctions'))) await product.now.killInstances(name);
  await sleep(partMs);
  await product.now.setProvidersDown(true);
  await sleep(providersDownMs);
  await product.now.setProvidersDown(false);
  await sleep(Math.max(0, partMs - providersDownMs));
  const { port } = product.now;
  await product.now.kill();
  spent.restarted();
  product.now = await start(port);
}
