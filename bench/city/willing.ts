import { distanceMeters } from '../../miniprogram/facts/distance';
import type { Donor, Seeker, World } from './world';

/**
 * Whether one of the two would call the other if the product brought them together at the right moment, by their moods: a seeker who sees
 * the spare or is notified of it, a donor who reads the needs or is notified of one. All who meet in a run are such pairs.
 */
export function isWilling(
  { draws, values }: Pick<World, 'draws' | 'values'>,
  seeker: Seeker,
  donor: Donor,
): boolean {
  const { name: seeks, home } = seeker.plan;
  const { name: gives, readsNeeds, wantsNeeds } = donor.plan;
  const km = distanceMeters(home, donor.plan.home) / 1000;
  if (draws.happens(values.calls * Math.exp(-km / 3), seeks, 'calls', gives)) return true;
  if (draws.happens(values.acts, seeks, 'acts', donor.postId ?? '')) return true;
  const isNotified = wantsNeeds && draws.happens(values.acts, gives, 'acts', seeker.postId ?? '');
  return (readsNeeds || isNotified) && !draws.happens(values.unfit, `${seeks} ${gives}`, 'unfit');
}
