import { maxSteps } from '../../limits';
import { tooManySteps } from '../../refusals';
import type { Maybe } from './operator';

/** What is left of the steps that an expression may take, over all documents that it is evaluated for. */
export interface Budget {
  left: number;
}

export function newBudget(): Budget {
  return { left: maxSteps };
}

/**
 * Takes steps: one for each turn of a walk, and one for each element of an array that an operator looks at. Walks within walks,
 * and lists that grow with every element, would otherwise hold the cloud for hours.
 * @throws PlatformError when none are left
 */
export function takeSteps(budget: Budget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) throw tooManySteps();
}

/** The number of elements to look at. */
export function elementsIn(value: Maybe): number {
  return Array.isArray(value) ? value.length : 0;
}
