import { countOf } from '../../shared/adapters/application-store';
import { setGauge } from '../../shared/adapters/counts-store';
import { carrier } from '../binding/carrier';

/** Notes for the operators how many masked numbers there are and how many bindings use them. Answers the bindings. */
export async function gaugeNumbers(nowMs: number): Promise<number> {
  const bound = await countOf('grants', { state: 'bound' });
  await setGauge('numbers', { pool: carrier().numbers.length, bound }, nowMs);
  return bound;
}
