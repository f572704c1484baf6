import { toBrowserStyle } from './style-text';

/** One step of `wx.createAnimation().export()`: properties that change together. */
export interface AnimationStep {
  styles: Record<string, string>;
  transform: string;
  duration: number;
  delay: number;
  timingFunction: string;
  transformOrigin: string;
}

export interface AnimationData {
  actions: AnimationStep[];
}

/** Plays exported animation data on an element, one step after the other. The values of each step remain. */
export function applyAnimation(element: HTMLElement, data: unknown): void {
  const steps = (data as AnimationData | undefined)?.actions ?? [];
  let startsAt = 0;
  for (const step of steps) {
    setTimeout(() => play(element, step), startsAt);
    startsAt += step.duration + step.delay;
  }
}

function play(element: HTMLElement, step: AnimationStep): void {
  element.style.transition = `all ${step.duration}ms ${step.timingFunction} ${step.delay}ms`;
  element.style.transformOrigin = step.transformOrigin;
  if (step.transform) element.style.transform = toBrowserStyle(step.transform);
  for (const [name, value] of Object.entries(step.styles)) {
    element.style.setProperty(name, toBrowserStyle(value));
  }
}
