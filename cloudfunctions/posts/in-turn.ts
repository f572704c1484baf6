import { setTimeout as sleep } from 'node:timers/promises';
import { takeTurn, type Turn } from '../shared/adapters/turns';
import type { Refuse } from '../shared/kernel/refuse';

/**
 * How many times a call waits for other work of the person, how many times for the same work sent twice, and for how
 * long each time.
 */
const waits = { forOther: 1, forSame: 12 } as const;
const waitMs = 60;

/**
 * Runs work while no other call of this person does. Otherwise forty simultaneous calls would restart each other's
 * transactions and delay everybody whose call waits for an instance.
 */
export async function inTurn<T>(
  personId: string,
  workId: string,
  { nowMs, refuse }: { nowMs: number; refuse: Refuse<'busy'> },
  work: () => Promise<T>,
): Promise<T> {
  let turn: Turn = await takeTurn(personId, workId, nowMs);
  for (let waited = 0; !turn.isMine; waited += 1) {
    if (waited >= (turn.workId === workId ? waits.forSame : waits.forOther))
      throw refuse('busy', { cause: 'not-in-turn', message: '您的上一次操作还没做完，请等几秒再试。' });
    await sleep(waitMs * (1 + Math.random()));
    turn = await takeTurn(personId, workId, nowMs);
  }
  try {
    return await work();
  } finally {
    await turn.giveBack();
  }
}
