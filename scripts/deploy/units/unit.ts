import { setTimeout as wait } from 'node:timers/promises';
import { mayBeDone, patiently, readPatiently } from '../cloud/tries';

/**
 * A part of an environment that is compared, changed and read back on its own: a function, a collection, the storage.
 */
export interface Unit {
  /** The unit's name, such as `function posts`. */
  name: string;
  /** Compares the declared state with the real one, or with an empty one when there is no account to ask. */
  differences(): Promise<Difference[]>;
}

export interface Difference {
  kind: 'create' | 'change' | 'foreign' | 'blocked';
  /** One line that shows the declared and the real state. Never a secret. */
  text: string;
  /** For a function: what a rotation of a secret may touch. */
  part?: 'settings';
  /** Absent when a person must decide. */
  mend?(): Promise<unknown>;
}

const roundWaitMs = 500;
const patienceMs = 120_000;
const mostAttempts = 3;

/**
 * Mends every difference of a unit and reads it back until none is left. Continuing after a crash is the same as
 * starting, because a finished change is no longer a difference.
 * @param note hears each change as it begins
 * @returns how many changes were made
 */
export async function mend(unit: Unit, note: (line: string) => void): Promise<number> {
  const attempts = new Map<string, number>();
  const endMs = Date.now() + patienceMs;
  let failure: unknown;
  for (;;) {
    const left = (await readPatiently(() => unit.differences())).filter(mendable);
    if (left.length === 0) return attempts.size;
    // A failure may hide a success, so compare again and repeat only what still differs.
    const due = left.filter(({ text }) => !attempts.has(text) || failure !== undefined);
    failure = undefined;
    for (const difference of due) {
      const tried = (attempts.get(difference.text) ?? 0) + 1;
      attempts.set(difference.text, tried);
      note(`${unit.name}: ${difference.text}`);
      try {
        await patiently(difference.mend);
      } catch (error) {
        if (!mayBeDone(error) || tried === mostAttempts) throw error;
        failure = error;
        break;
      }
    }
    if (due.length > 0 && failure === undefined) continue;
    if (Date.now() > endMs)
      throw new Error(
        `${unit.name} still differs after the change: ${left.map(({ text }) => text).join('; ')}`,
      );
    await wait(roundWaitMs);
  }
}

type Mendable = Difference & { mend: NonNullable<Difference['mend']> };
const mendable = (difference: Difference): difference is Mendable => difference.mend !== undefined;
