import type { Phase, Verdict } from './step-messages';

/**
 * The victims. `function`: its instances are ended. `cloud`: the process with functions, gateway and database gets
 * SIGKILL. `provider`: the carrier's process gets SIGKILL, and is started again. `gateway`: from then on no operation
 * of the database happens. `answer`: one step happens, and its answer is lost.
 */
export const victims = ['function', 'cloud', 'provider', 'gateway', 'answer'] as const;
export type Victim = (typeof victims)[number];

/**
 * The moment of death: at a point (from 1; each operation of the database and each request to the carrier has one
 * before and one after it), or this long after the work has begun.
 */
export type Moment = { point: number } | { afterMs: number };

/** Ends processes for good; each resolves when it is done. */
export type Killers = Partial<Record<'function' | 'cloud' | 'provider', () => Promise<void>>>;

/** Counts the points that some work passes, and kills at one of them. */
export interface Death {
  judge(where: 'database' | 'carrier' | 'wechat', phase: Phase): Promise<Verdict>;
  /**
   * Runs `work` and kills at the moment, if there is one. Answers how many points were passed, and whether the moment
   * came.
   */
  during(
    blow: { victim: Victim; moment: Moment } | null,
    work: () => Promise<unknown>,
  ): Promise<{ points: number; struck: boolean }>;
}

export function createDeath(killers: Killers): Death {
  let blow: { victim: Victim; moment: Moment } | null = null;
  let points = 0;
  let struck = false;
  let gatewayIsDead = false;
  let answerIsLost = false;
  /** Dying takes a moment, which may be longer than the rest of the work. */
  let dying = Promise.resolve();

  async function strike(victim: Victim): Promise<void> {
    struck = true;
    if (victim === 'gateway') gatewayIsDead = true;
    else if (victim === 'answer') answerIsLost = true;
    else await (dying = killers[victim]?.() ?? Promise.resolve());
  }

  return {
    judge: async (where, phase) => {
      points += 1;
      if (blow && 'point' in blow.moment && blow.moment.point === points) {
        const { victim } = blow;
        await strike(victim);
        // A process that died before its request has not made it.
        if (victim === 'function' && phase === 'before') return 'drop';
      }
      if (answerIsLost && phase === 'after') {
        answerIsLost = false;
        return 'drop';
      }
      return gatewayIsDead && where === 'database' ? 'drop' : 'go';
    },
    during: async (wanted, work) => {
      [blow, points, struck] = [wanted, 0, false];
      const { victim, moment } = wanted ?? {};
      const timer =
        victim && moment && 'afterMs' in moment
          ? setTimeout(() => void strike(victim), moment.afterMs)
          : undefined;
      try {
        await work();
      } finally {
        clearTimeout(timer);
        await dying;
        [blow, gatewayIsDead, answerIsLost] = [null, false, false];
      }
      return { points, struck };
    },
  };
}
