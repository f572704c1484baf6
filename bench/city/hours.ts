import type { Values } from './assumptions';

export const dayMinutes = 1_440;

/** Shares of the posts by day: growth after a launch, flat, a spike on the second day. */
const shapes = [
  [8, 20, 28, 26, 18],
  [20, 20, 20, 20, 20],
  [5, 60, 20, 10, 5],
] as const;

/** Shares of the posts by hour: WeChat's peaks. */
const hourWeights = [
  1.5, 1, 0.8, 0.8, 0.8, 1, 2, 4, 5.5, 6.5, 7, 6.5, 5.5, 5, 5, 5, 5, 5, 5.5, 6, 7, 7, 4.5, 2.1,
] as const;

const isNight = (hour: number): boolean => hour >= 22 || hour < 6;

/** The minute at which a post is written, for a uniform number in [0, 1). Needs are written twice as often by night. */
export function arrivalMinute(
  { days: shape }: Pick<Values, 'days'>,
  { days, isNeed, share }: { days: number; isNeed: boolean; share: number },
): number {
  const byDay = shapes[shape as 0 | 1 | 2] ?? shapes[0];
  const weights = Array.from({ length: days * 24 }, (_, hour) => {
    const ofHour = hourWeights[hour % 24] ?? 0;
    return (
      (byDay[Math.floor(hour / 24) % byDay.length] ?? 0) * ofHour * (isNeed && isNight(hour % 24) ? 2 : 1)
    );
  });
  let rest = share * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [hour, weight] of weights.entries()) {
    if (rest < weight) return Math.floor((hour + rest / weight) * 60);
    rest -= weight;
  }
  return days * dayMinutes - 1;
}

const quietHours = [
  { from: 22.5 * 60, until: 7 * 60 },
  { from: 22 * 60, until: 8 * 60 },
] as const;

const quietOf = ({ quiet }: Pick<Values, 'quiet'>) => (quiet === 1 ? quietHours[1] : quietHours[0]);

/** Whether people sleep in this minute of the city. */
export function isQuiet(values: Pick<Values, 'quiet'>, minute: number): boolean {
  const { from, until } = quietOf(values);
  const ofDay = minute % dayMinutes;
  return ofDay >= from || ofDay < until;
}

/** This minute, or one of the first hour of the morning if people sleep; `share` says which. */
export function whenAwake(values: Pick<Values, 'quiet'>, minute: number, share: number): number {
  if (!isQuiet(values, minute)) return minute;
  const { from, until } = quietOf(values);
  const day = Math.floor(minute / dayMinutes) + (minute % dayMinutes >= from ? 1 : 0);
  return day * dayMinutes + until + share * 60;
}
