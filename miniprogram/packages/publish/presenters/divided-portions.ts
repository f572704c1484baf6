import { say } from '../../../facts/words/say';

/** The number of portions in a number of tablets. */
export interface DividedPortions {
  portions: number;
  /** 够分 3 份，余 2 粒; empty until a sensible number is typed. */
  text: string;
}

/** `total`: as typed. A post says at least one portion, so too few for one make one. */
export function dividedPortions(
  total: string,
  { quantity, unit }: { quantity: number; unit: string },
  mostPortions: number,
): DividedPortions | null {
  const count = Math.floor(Number(total));
  if (!Number.isFinite(count) || count < 1) return null;
  const portions = Math.min(mostPortions, Math.floor(count / quantity));
  if (portions === 0) return { portions: 1, text: say`不够 ${quantity} ${unit}的一份，请把每份改少一点。` };
  const rest = count - portions * quantity;
  return { portions, text: say`够分 ${portions} 份${rest > 0 ? say`，余 ${rest} ${unit}` : ''}。` };
}
