import type { FieldReader } from '../../query/field-reader';
import type { Budget } from './budget';
import type { Maybe } from './operator';

/** What `$$name` stands for, as `let` of `$lookup` gives it; undefined where the document has no such field. */
export type Variables = Readonly<Record<string, Maybe>>;

/** One evaluation: what paths start from, and what `$map` and `$let` name. */
export interface Frame {
  root: unknown;
  /** `$$CURRENT`: the root, but for `$redact`. */
  current: unknown;
  slots: Maybe[];
  budget: Budget;
}

export type Compiled = (frame: Frame) => Maybe;

/** What an expression stands in: how documents are looked into, and what names mean (a slot of the frame, or a value). */
export interface Scope {
  reader: FieldReader<unknown>;
  slots: Readonly<Record<string, number>>;
  values: Variables;
}
