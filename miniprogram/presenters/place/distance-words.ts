import { distanceMeters } from '../../facts/distance';
import type { ChosenPlace } from '../../model/chosen-place';
import { say } from '../../facts/words/say';

type Point = readonly [number, number];

/** 约 3 公里. Less than one is said as such, because a post's place is that of an area; from 100 on in tens. */
export function distanceText(from: Point, to: Point): string {
  const kilometres = distanceMeters(from, to) / 1000;
  if (kilometres < 1) return say('1 公里内');
  const shown = kilometres < 100 ? Math.round(kilometres) : Math.round(kilometres / 10) * 10;
  return say`约 ${inThousands(shown)} 公里`;
}

/** 1,230. Nowhere in China is 10,000 kilometres from anywhere else, and the platform's own formatting takes milliseconds a number. */
const inThousands = (kilometres: number): string => String(kilometres).replace(/(?=\d{3}$)\B/, ',');

/** From where the distances of a list are measured: 从岳麓区中心算. */
export const measuredFrom = ({ kind, name }: Pick<ChosenPlace, 'kind' | 'name'>): string =>
  kind === 'region' ? say`距离从${name}中心算` : say`距离从${name}算`;
