/**
 * Properties that hold more than a string, a number or a flag. WeChat checks no more than `type`; the compiler checks
 * `Value`, in `this.data` as in the script. Typed as `type: null`, since WeChat's typings let only that hold null.
 */
type Property<Value> = { type: null; value: Value };

/** An object of this type; null until it is given. */
export const objectOf = <Value extends object>(): Property<Value | null> =>
  // WeChat's typings let only `type: null` hold null.
  ({ type: Object, value: null }) as unknown as Property<Value | null>;

/** A list of these; empty until it is given. */
export const listOf = <Item>(): { type: ArrayConstructor; value: Item[] } => ({ type: Array, value: [] });
