import { maxSteps } from '../../limits';
import { tooManySteps } from '../../refusals';
import type { Maybe } from './operator';

/** The steps that an expression may still take, counted over all documents that it is evaluated for. */
export interface Budget {
  left: number;
}

export function newBudget(): Budget {
  return { left: maxSteps };
}

/**
 * Subtracts steps: one for each turn of a loop, and one for each element of an array that an operator looks at.
 * Without a budget, nested loops and lists that grow with every element could keep the cloud busy for hours.
 * @throws PlatformError when too few steps are left
 */
export function takeSteps(budget: Budget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) throw tooManySteps();
}

/** The steps that looking at a value costs: its number of elements. */
export function elementsIn(value: Maybe): number {
  return Array.isArray(value) ? value.length : 0;
}
