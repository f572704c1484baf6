import type { FieldReader } from '../../query/field-reader';
import type { Budget } from './budget';
import type { Maybe } from './operator';

/** The values of `$$name`, as `let` of `$lookup` gives them; undefined where the document has no such field. */
export type Variables = Readonly<Record<string, Maybe>>;

/** One evaluation: what paths start from, and what `$map` and `$let` name. */
export interface Frame {
  root: unknown;
  /** `$$CURRENT`: the root, except within `$redact`. */
  current: unknown;
  slots: Maybe[];
  budget: Budget;
}

export type Compiled = (frame: Frame) => Maybe;

/** What surrounds an expression: how it reads documents, and what names mean (a slot of the frame, or a value). */
export interface Scope {
  reader: FieldReader<unknown>;
  slots: Readonly<Record<string, number>>;
  values: Variables;
}
