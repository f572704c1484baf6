import { maxStageDocuments } from '../limits';
import { parseQuery } from '../query/condition';
import { select } from '../read/select';
import { documentOf } from '../read/view';
import { badValue, tooManyDocuments } from '../refusals';
import type { Collection } from '../storage/catalogue';
import { pathParts, visitPath } from '../values/path';
import { cloneValue, isDocument, type Document, type Value } from '../values/value';
import { documentFields } from '../query/field-reader';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
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
  documents: Document[],
  operand: Value,
  runPipeline: RunPipeline,
): Promise<Document[]> {
  if (!isDocument(operand) || typeof operand.from !== 'string' || typeof operand.as !== 'string')
    throw badValue("$lookup needs 'from' and 'as'");
  const { from, as, localField, foreignField, let: variables, pipeline } = operand;
  const foreign = context.collection(from);
  const stages = pipeline === undefined ? [] : parsePipeline(pipeline);
  const joined: Document[] = [];
  let matched = 0;
  for (const document of documents) {
    const match: Stage[] = [];
    if (typeof localField === 'string' && typeof foreignField === 'string')
      match.push({ name: '$match', operand: equalTo(foreignField, document, localField) });
    else if (pipeline === undefined)
      throw badValue('$lookup needs localField and foreignField, or a pipeline');
    const inner = { ...context, variables: variablesOf(document, variables, context.variables) };
    const found =
      stages.length === 0 && match[0]
        ? (await select(context.view, foreign, parseQuery(match[0].operand))).map(documentOf)
        : await runPipeline(inner, foreign, [...match, ...stages]);
    matched += found.length;
    if (matched > maxStageDocuments) throw tooManyDocuments('$lookup');
    joined.push(
      replaced(
        document,
        pathParts(as),
        found.map((item) => cloneValue(item)),
      ),
    );
  }
  return joined;
}

/** The query for the joined documents. A missing local field matches null; an array matches by any of its elements. */
function equalTo(foreignField: string, document: Document, localField: string): Document {
  const values: Value[] = [];
  visitPath(document, pathParts(localField), (value) => {
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
function variablesOf(
  document: Document,
  declared: Value | undefined,
  outer: Variables | undefined,
): Variables {
  const own = Object.entries(isDocument(declared) ? declared : {}).map(
    ([name, expression]) => [name, compileExpression(expression, documentFields, outer)(document)] as const,
  );
  return { ...outer, ...Object.fromEntries(own) };
}
