import type { AnimationData, AnimationStep } from '../animation-player';

interface AnimationOptions {
  duration?: number;
  timingFunction?: string;
  delay?: number;
  transformOrigin?: string;
}

const styleMethods = ['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'bottom', 'right'];
const transformMethods = [
  ...['translate', 'translateX', 'translateY', 'translateZ', 'translate3d'],
  ...['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d'],
  ...['rotate', 'rotateX', 'rotateY', 'rotateZ', 'rotate3d'],
  ...['skew', 'skewX', 'skewY', 'matrix', 'matrix3d'],
];

type Builder = Record<string, (...values: (number | string)[]) => unknown>;

/** `wx.createAnimation`: records steps; the data of `export()` plays when bound to `animation`. */
export function createAnimation(options: AnimationOptions = {}): object {
  let styles: Record<string, string> = {};
  let transforms: string[] = [];
  let steps: AnimationStep[] = [];
  const builder: Builder = {};
  for (const name of styleMethods) {
    builder[name] = (value = 0) => {
      const css = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      styles[css] = typeof value === 'number' && name !== 'opacity' ? `${value}px` : String(value);
      return builder;
    };
  }
  for (const name of transformMethods) {
    builder[name] = (...values) => {
      transforms = [
        ...transforms.filter((t) => !t.startsWith(`${name}(`)),
        `${name}(${values.map((v) => withUnit(name, v)).join(', ')})`,
      ];
      return builder;
    };
  }
  return Object.assign(builder, {
    step(own: AnimationOptions = {}) {
      const {
        duration = 400,
        timingFunction = 'linear',
        delay = 0,
        transformOrigin = '50% 50% 0',
      } = { ...options, ...own };
      steps.push({
        styles,
        transform: transforms.join(' '),
        duration,
        delay,
        timingFunction,
        transformOrigin,
      });
      styles = {};
      return builder;
    },
    export(): AnimationData {
      const actions = steps;
      steps = [];
      return { actions };
    },
  });
}

function withUnit(method: string, value: number | string): string {
  if (typeof value === 'string') return value;
  if (/^translate/.test(method)) return `${value}px`;
  if (/^(rotate|skew)/.test(method) && method !== 'rotate3d') return `${value}deg`;
  return String(value);
}
