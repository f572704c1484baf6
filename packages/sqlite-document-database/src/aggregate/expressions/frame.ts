import type { FieldReader } from '../../query/field-reader';
import type { Budget } from './budget';
import type { Maybe } from './operator';

/** The values of `$$name`, as `let` of `$lookup` declares them; undefined where the document has no such field. */
export type Variables = Readonly<Record<string, Maybe>>;

/** The state of one evaluation: where paths start from, and the values that `$map` and `$let` name. */
export interface Frame {
  root: unknown;
  /** `$$CURRENT`: the root document, except within `$redact`. */
  current: unknown;
  slots: Maybe[];
  budget: Budget;
}

export type Compiled = (frame: Frame) => Maybe;

/**
 * What an expression needs while it is compiled: how to read documents, and what each `$$name` refers to (a slot of the frame, or
 * a value).
 */
export interface Scope {
  reader: FieldReader<unknown>;
  slots: Readonly<Record<string, number>>;
  values: Variables;
  /** The errors of parts that depend on nothing. */
  failures: unknown[];
}
