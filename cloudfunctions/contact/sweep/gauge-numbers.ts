import { countOf } from '../../shared/adapters/application-store';
import { setGauge } from '../../shared/adapters/counts-store';
import { countNumbers } from '../../shared/adapters/number-store';

/** Notes for the operators how many masked numbers there are and how many bindings use them. Answers the bindings. */
export async function gaugeNumbers(nowMs: number): Promise<number> {
  const bound = await countOf('grants', { state: 'bound' });
  await setGauge('numbers', { pool: await countNumbers(), bound }, nowMs);
  return bound;
}
