import { Aggregator } from 'mingo/aggregator';
import { DEFAULT_AGGREGATE_LIMIT } from '../limits';
import { compileQuery } from '../query/matcher';
import { compareSortKeys, parseSort, sortKeys } from '../query/sort';
import { badValue, requestFailed } from '../refusals';
import type { Collection } from '../storage/catalogue';
import { stringifyEjson } from '../values/ejson';
import { cloneValue, isDocument, type Document, type Value } from '../values/value';
import { bucketStages } from './bucket';
import { expressionOptions, refuseLoudly } from './expression';
import { readHead } from './head';
import { group } from './group';
import { lookup } from './lookup';
import { bindVariables, wholeNumber, type PipelineContext } from './pipeline-context';
import { parsePipeline, type Stage } from './stage';

/**
 * Runs a pipeline and writes its documents as canonical Extended JSON. Leading stages become one indexed read.
 * Like the platform it answers 20 documents when no stage sets a limit.
 */
export async function aggregate(
  context: PipelineContext,
  collection: Collection,
  stages: readonly Stage[],
): Promise<string[]> {
  const limited = stages.some(({ name }) => name === '$limit');
  const all = limited ? stages : [...stages, { name: '$limit', operand: DEFAULT_AGGREGATE_LIMIT }];
  const { rows, rest, toText, toDocument } = await readHead(context, collection, all);
  if (rest.length === 0) return rows.map(toText);
  return (await runStages(context, rows.map(toDocument), rest)).map(stringifyEjson);
}

/** Runs a pipeline within another: no limit of its own accord. */
export async function runPipeline(
  context: PipelineContext,
  collection: Collection,
  stages: readonly Stage[],
): Promise<Document[]> {
  const { rows, rest, toDocument } = await readHead(context, collection, stages);
  return runStages(context, rows.map(toDocument), rest);
}

async function runStages(
  context: PipelineContext,
  input: Document[],
  stages: readonly Stage[],
): Promise<Document[]> {
  let documents = input;
  for (const stage of stages) documents = await runStage(context, documents, stage);
  return documents;
}

async function runStage(
  context: PipelineContext,
  documents: Document[],
  { name, operand }: Stage,
): Promise<Document[]> {
  switch (name) {
    case '$match':
      return documents.filter(compileQuery(bindVariables(operand, context.variables)));
    case '$sort': {
      const fields = parseSort(operand);
      return documents
        .map((document) => ({ document, keys: sortKeys(document, fields) }))
        .sort((a, b) => compareSortKeys(a.keys, b.keys, fields))
        .map(({ document }) => document);
    }
    case '$limit':
      return documents.slice(0, wholeNumber(name, operand, 1));
    case '$skip':
      return documents.slice(wholeNumber(name, operand, 0));
    case '$count':
      if (typeof operand !== 'string' || operand === '')
        throw badValue('the count field must be a non-empty string');
      return documents.length ? [{ [operand]: documents.length }] : [];
    case '$project':
      // `_id` stands first, as MongoDB has it, whatever order the fields were asked in.
      return runOperator(context, documents, name, operand).map(({ _id, ...rest }) =>
        _id === undefined ? rest : { _id, ...rest },
      );
    case '$group':
      return group(documents, operand, context.variables);
    case '$bucket':
      return runStages(context, documents, bucketStages(operand));
    case '$lookup':
      return lookup(context, documents, operand, runPipeline);
    case '$facet':
      return [await facet(context, documents, operand)];
    case '$geoNear':
      throw requestFailed(
        'Aggregate',
        '(Location40602) $geoNear is only valid as the first stage in a pipeline',
      );
    default:
      return runOperator(context, documents, name, operand);
  }
}

function runOperator(
  { variables }: PipelineContext,
  documents: Document[],
  name: string,
  operand: Value,
): Document[] {
  return refuseLoudly(() => {
    const options = { ...expressionOptions, variables };
    return new Aggregator([{ [name]: operand }], options as never).run(
      documents as never,
    ) as unknown as Document[];
  });
}

async function facet(context: PipelineContext, documents: Document[], operand: Value): Promise<Document> {
  if (!isDocument(operand)) throw badValue('$facet needs an object');
  const result: Document = {};
  for (const [name, pipeline] of Object.entries(operand))
    result[name] = await runStages(
      context,
      documents.map((document) => cloneValue(document)),
      parsePipeline(pipeline),
    );
  return result;
}
