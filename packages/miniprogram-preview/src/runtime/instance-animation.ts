import { componentOf, domOf } from './api/selector-query';
import { toKeyframe, type AuthorKeyframe } from './keyframes';

type Callback = () => void;

/** `this.animate(selector, keyframes, duration, callback)`: the values of the last keyframe remain. */
export function animate(
  this: unknown,
  selector: string,
  keyframes: AuthorKeyframe[],
  duration: number,
  callback?: Callback | object,
): void {
  const animations = elementsOf(this, selector).map((element) =>
    element.animate(keyframes.map(toKeyframe), { duration, fill: 'forwards' }),
  );
  // An animation that is cleared half-way never ends.
  void Promise.all(animations.map(({ finished }) => finished)).then(
    () => typeof callback === 'function' && (callback as Callback)(),
    () => undefined,
  );
}

/** `this.clearAnimation(selector, options, callback)`: undoes everything `animate` changed, at once. */
export function clearAnimation(
  this: unknown,
  selector: string,
  options?: object | Callback,
  callback?: Callback,
): void {
  for (const element of elementsOf(this, selector))
    for (const animation of element.getAnimations()) animation.cancel();
  const done = typeof options === 'function' ? (options as Callback) : callback;
  if (done) setTimeout(done);
}

function elementsOf(caller: unknown, selector: string): HTMLElement[] {
  const nodes = componentOf(caller)?.getShadowRoot()?.querySelectorAll(selector) ?? [];
  return nodes.map(domOf).filter((element) => element !== undefined);
}
