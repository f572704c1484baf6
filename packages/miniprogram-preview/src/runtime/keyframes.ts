import { toBrowserStyle } from './style-text';

/** A keyframe as `this.animate` takes it: style properties, transform functions, `offset` and `ease`. */
export type AuthorKeyframe = Record<string, unknown> & { offset?: number; ease?: string };

const transformFunctions: ReadonlySet<string> = new Set([
  ...['translate', 'translateX', 'translateY', 'translateZ', 'translate3d'],
  ...['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d'],
  ...['rotate', 'rotateX', 'rotateY', 'rotateZ', 'rotate3d'],
  ...['skew', 'skewX', 'skewY', 'matrix', 'matrix3d'],
]);

/** Turns `{ rotate: 45, scale: [2, 2], opacity: 0.5 }` into a keyframe of the Web Animations standard. */
export function toKeyframe({ offset, ease, ...rest }: AuthorKeyframe): Keyframe {
  const entries = Object.entries(rest);
  const transforms = entries.filter(([name]) => transformFunctions.has(name));
  const styles = entries.filter(([name]) => !transformFunctions.has(name));
  return {
    ...Object.fromEntries(styles.map(([name, value]) => [name, toBrowserStyle(String(value))])),
    ...(transforms.length > 0 && {
      transform: transforms.map(([name, value]) => call(name, value)).join(' '),
    }),
    ...(offset !== undefined && { offset }),
    ...(ease !== undefined && { easing: ease }),
  };
}

function call(name: string, value: unknown): string {
  const values = (Array.isArray(value) ? value : [value]) as unknown[];
  return `${name}(${values.map((v, i) => withUnit(name, i, v)).join(', ')})`;
}

function withUnit(name: string, index: number, value: unknown): string {
  if (typeof value !== 'number') return toBrowserStyle(String(value));
  if (name.startsWith('translate')) return `${value}px`;
  const isAngle = name === 'rotate3d' ? index === 3 : /^(rotate|skew)/.test(name);
  return isAngle ? `${value}deg` : String(value);
}
