import type { Random } from './random';
import { weightedDraw } from './weighted';

const hourMs = 3_600_000;

/** Posts in each hour of the day in China, relative to each other: few at night, most in the evening. */
const rhythm = [6, 4, 3, 2, 2, 3, 6, 12, 20, 26, 28, 26, 22, 22, 24, 24, 24, 26, 30, 36, 40, 38, 28, 14];

/**
 * Draws when a post was published: within the last `hours`, by the rhythm of the day, and late enough that it does not
 * end within the next half hour.
 */
export function publishTimes(nowMs: number, hours: number): (random: Random) => number {
  const ages = [...Array(hours).keys()];
  const drawAge = weightedDraw(ages, (age) => rhythm[hourInChina(nowMs - age * hourMs)] ?? 0);
  return (random) => {
    const ageMs = (drawAge(random) + random.unit()) * hourMs;
    return Math.round(nowMs - Math.min(Math.max(ageMs, 60_000), hours * hourMs - hourMs / 2 - 60_000));
  };
}

function hourInChina(atMs: number): number {
  return Math.floor(atMs / hourMs + 8) % 24;
}
