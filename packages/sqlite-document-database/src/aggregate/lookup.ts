import { maxStageDocuments } from '../limits';
import { parseQuery } from '../query/condition';
import { select } from '../read/select';
import type { Row } from '../read/row';
import { documentOf } from '../read/view';
import { badValue, tooManyDocuments } from '../refusals';
import type { Collection } from '../storage/catalogue';
import { pathParts, visitPath } from '../values/path';
import { cloneValue, isDocument, type Document, type Value } from '../values/value';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
import { cellOfList, cellOfRow, itemFields, parsedItem, type Item } from './flow';
import type { PipelineContext } from './pipeline-context';
import { replaced } from './replaced';
import { parsePipeline, type Stage } from './stage';

type RunPipeline = (
  context: PipelineContext,
  collection: Collection,
  stages: readonly Stage[],
) => Promise<Document[]>;

/** `$lookup`: joins by equal fields (with an index where there is one), by a pipeline with `let`, or by both. */
export async function lookup(
  context: PipelineContext,
  items: readonly Item[],
  operand: Value,
  runPipeline: RunPipeline,
): Promise<Item[]> {
  if (!isDocument(operand) || typeof operand.from !== 'string' || typeof operand.as !== 'string')
    throw badValue("$lookup needs 'from' and 'as'");
  const { from, as, localField, foreignField, let: variables, pipeline } = operand;
  const foreign = context.collection(from);
  const stages = pipeline === undefined ? [] : parsePipeline(pipeline);
  const joined: Item[] = [];
  let matched = 0;
  for (const item of items) {
    const match: Stage[] = [];
    if (typeof localField === 'string' && typeof foreignField === 'string')
      match.push({ name: '$match', operand: equalTo(foreignField, item, localField) });
    else if (pipeline === undefined)
      throw badValue('$lookup needs localField and foreignField, or a pipeline');
    if (stages.length === 0 && match[0]) {
      const rows = await select(context.view, foreign, parseQuery(match[0].operand));
      matched += rows.length;
      joined.push(withRows(item, as, rows));
    } else {
      const inner = { ...context, variables: variablesOf(item, variables, context.variables) };
      const found = await runPipeline(inner, foreign, [...match, ...stages]);
      matched += found.length;
      joined.push(withDocuments(item, as, found));
    }
    if (matched > maxStageDocuments) throw tooManyDocuments('$lookup');
  }
  return joined;
}

/** Neither the item nor the rows are parsed where the item takes a field as text. */
function withRows(item: Item, as: string, rows: readonly Row[]): Item {
  if (item.with && pathParts(as).length === 1) return item.with(as, cellOfList(rows.map(cellOfRow)));
  return withDocuments(item, as, rows.map(documentOf));
}

const withDocuments = (item: Item, as: string, found: readonly Document[]): Item =>
  parsedItem(
    replaced(
      item.document(),
      pathParts(as),
      found.map((each) => cloneValue(each)),
    ),
  );

/** The query for the joined documents. A missing local field matches null; an array matches by any of its elements. */
function equalTo(foreignField: string, item: Item, localField: string): Document {
  const values: Value[] = [];
  const path = pathParts(localField);
  const [root = localField] = path;
  const field = item.field(root);
  visitPath(field === undefined ? {} : { [root]: field }, path, (value) => {
    if (Array.isArray(value)) values.push(...value);
    else if (value !== undefined) values.push(value);
    return false;
  });
  if (values.length < 2) return { [foreignField]: { $eq: values[0] ?? null } };
  // Within `$in` a regular expression would match as a pattern; here it must be compared as a value.
  if (values.some((value) => value instanceof RegExp))
    return { $or: values.map((value) => ({ [foreignField]: { $eq: value } })) };
  return { [foreignField]: { $in: values } };
}

/** The variables that the stage's `let` declares, on top of those of the enclosing pipeline. */
function variablesOf(item: Item, declared: Value | undefined, outer: Variables | undefined): Variables {
  const own = Object.entries(isDocument(declared) ? declared : {}).map(
    ([name, expression]) => [name, compileExpression(expression, itemFields, outer)(item)] as const,
  );
  return { ...outer, ...Object.fromEntries(own) };
}
