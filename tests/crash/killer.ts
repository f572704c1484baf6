import { DroppedConnection } from '../../local/cloud/faults';
import type { ProviderFault } from '../../local/providers/api/provider-faults';
import type { Product } from '../whole/product';

/**
 * Who dies at a step. `function`: from that step on nothing that it asks for happens. `gateway`: the same for the
 * database only. `provider`: the same for the carrier only. `answer`: the step happens, and its answer is lost.
 */
export const victims = ['function', 'gateway', 'provider', 'answer'] as const;
export type Victim = (typeof victims)[number];

/** Counts the steps of whatever runs, operations of the database and requests to the carrier, and kills at one of them. */
export interface Killer {
  /** Runs `work` with a death at step `at` (from 1; 0 for none); answers how many steps were begun. */
  during: (victim: Victim, at: number, work: () => Promise<unknown>) => Promise<number>;
}

export function createKiller({ cloud, providers }: Product): Killer {
  const handle = cloud.database.handle.bind(cloud.database);
  const drawn = providers.faults.dypls.drawn.bind(providers.faults.dypls);
  let armed: { victim: Victim; at: number } | null = null;
  let steps = 0;

  cloud.database.handle = async (action, body) => {
    if (!armed) return handle(action, body);
    const step = (steps += 1);
    const { victim, at } = armed;
    const dead = at > 0 && step >= at && (victim === 'function' || victim === 'gateway');
    if (dead) throw new DroppedConnection();
    const answer = await handle(action, body);
    if (victim === 'answer' && step === at) throw new DroppedConnection();
    return answer;
  };
  providers.faults.dypls.drawn = (action): ProviderFault[] => {
    if (!armed) return drawn(action);
    const step = (steps += 1);
    const { victim, at } = armed;
    if (at > 0 && step >= at && (victim === 'function' || victim === 'provider')) return [{ kind: 'down' }];
    return victim === 'answer' && step === at ? [{ kind: 'lost' }] : drawn(action);
  };

  return {
    during: async (victim, at, work) => {
      steps = 0;
      armed = { victim, at };
      try {
        await work();
      } finally {
        armed = null;
      }
      return steps;
    },
  };
}
