import { requestFailed } from '../refusals';
import type { Document, Value } from '../values/value';
import { removed } from './operators';
import { refuseClashes, type Step, type Update } from './parse-update';
import { resolvePaths, type PositionFinder } from './positional';
import { getAt, passesArray, setAt, unsetAt } from './target';

export interface UpdateOptions {
  nowMs: number;
  /** Finds the position that `$` means: that of the array element which the query matched. */
  position?: PositionFinder;
}

/**
 * Applies an update to a document, in place.
 * @param document the whole document, or only the top-level fields that the update names in `roots`
 * @throws PlatformError for what MongoDB refuses; the document may then be half changed
 */
export function applyUpdate(document: Document, update: Update, options: UpdateOptions): void {
  for (const step of update.positional ? resolved(document, update, options) : update.steps) {
    const { path, operator, operand } = step;
    const next = operator.next(getAt(document, path), operand, path, options.nowMs);
    if (next === undefined) continue;
    if (operator.second) move(document, path, operator.second(operand), next as Value);
    else if (next === removed) unsetAt(document, path);
    else setAt(document, path, next as Value);
  }
}

/** The steps with `$` and `$[]` replaced by the positions that they mean in this document. */
function resolved(document: Document, update: Update, { position }: UpdateOptions): Step[] {
  const steps = update.steps.flatMap((step) =>
    resolvePaths(document, step.path, position).map((path) => ({ ...step, path })),
  );
  refuseClashes(steps.map(({ path }) => path));
  return steps;
}

function move(document: Document, from: string, to: string, value: Value): void {
  for (const [end, path] of [
    ['source', from],
    ['destination', to],
  ] as const)
    if (passesArray(document, path))
      throw requestFailed('Update', `The ${end} field cannot be an array element, '${path}'`);
  unsetAt(document, from);
  setAt(document, to, value);
}
