import { defaultAggregateLimit } from '../limits';
import { parseQuery } from '../query/condition';
import { compileFor } from '../query/matcher';
import { compareSortKeys, parseSort, sortKeysOf, type SortField } from '../query/sort';
import { badValue, requestFailed } from '../refusals';
import type { Collection } from '../storage/catalogue';
import { cloneValue, isDocument, setField, type Document, type Value } from '../values/value';
import { addFields } from './add-fields';
import { bucketStages } from './bucket';
import { bucketAuto } from './bucket-auto';
import { itemFields, parsedItem, type Item } from './flow';
import { readHead } from './head';
import { group } from './group';
import { lookup } from './lookup';
import { wholeNumber, type PipelineContext } from './pipeline-context';
import { compileProject, compileSet, compileUnset } from './project';
import { projectFields } from './project-fields';
import { redact } from './redact';
import { replaceRoot } from './replace-root';
import { sample } from './sample';
import { parsePipeline, unknownStage, type Stage } from './stage';
import { unwind } from './unwind';

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
  const all = limited ? stages : [...stages, { name: '$limit', operand: defaultAggregateLimit }];
  const { rows, rest, toText, toItem } = await readHead(context, collection, all);
  if (rest.length === 0) return rows.map(toText);
  return (await runStages(context, rows.map(toItem), rest)).map((item) => item.text());
}

/** Runs a pipeline within another stage; the default limit of 20 documents does not apply there. */
export async function runPipeline(
  context: PipelineContext,
  collection: Collection,
  stages: readonly Stage[],
): Promise<Document[]> {
  const { rows, rest, toItem } = await readHead(context, collection, stages);
  return (await runStages(context, rows.map(toItem), rest)).map((item) => item.document());
}

async function runStages(context: PipelineContext, input: Item[], stages: readonly Stage[]): Promise<Item[]> {
  let items = input;
  for (const stage of stages) items = await runStage(context, items, stage);
  return items;
}

async function runStage(context: PipelineContext, items: Item[], { name, operand }: Stage): Promise<Item[]> {
  const { variables } = context;
  switch (name) {
    case '$match':
      return items.filter(compileFor(parseQuery(operand, variables), itemFields));
    case '$sort':
      return sortItems(items, parseSort(operand));
    case '$limit':
      return items.slice(0, wholeNumber(name, operand, 1));
    case '$skip':
      return items.slice(wholeNumber(name, operand, 0));
    case '$count':
      if (typeof operand !== 'string' || operand === '')
        throw badValue('the count field must be a non-empty string');
      return items.length ? [parsedItem({ [operand]: items.length })] : [];
    case '$addFields':
    case '$set':
      return items.map(addFields(operand, variables) ?? ofDocuments(compileSet(name, operand, variables)));
    case '$project':
      return items.map(projectFields(operand, variables) ?? ofDocuments(compileProject(operand, variables)));
    case '$unset':
      return items.map(ofDocuments(compileUnset(operand)));
    case '$replaceRoot':
      return replaceRoot(items, isDocument(operand) ? operand.newRoot : undefined, variables);
    case '$replaceWith':
      return replaceRoot(items, operand, variables);
    case '$unwind':
      return unwind(documentsOf(items), operand).map(parsedItem);
    case '$redact':
      return redact(documentsOf(items), operand, variables).map(parsedItem);
    case '$sample':
      return sample(items, operand);
    case '$sortByCount':
      return runStages(context, items, [
        { name: '$group', operand: { _id: operand, count: { $sum: 1 } } },
        { name: '$sort', operand: { count: -1 } },
      ]);
    case '$bucketAuto':
      return bucketAuto(items, operand, variables);
    case '$group':
      return group(items, operand, variables);
    case '$bucket':
      return runStages(context, items, bucketStages(operand));
    case '$lookup':
      return lookup(context, items, operand, runPipeline);
    case '$facet':
      return [await facet(context, items, operand)];
    case '$geoNear':
      throw requestFailed(
        'Aggregate',
        '(Location40602) $geoNear is only valid as the first stage in a pipeline',
      );
    default:
      throw unknownStage(name);
  }
}

const documentsOf = (items: readonly Item[]): Document[] => items.map((item) => item.document());

function ofDocuments(change: (document: Document) => Document): (item: Item) => Item {
  return (item) => parsedItem(change(item.document()));
}

function sortItems(items: readonly Item[], fields: SortField[]): Item[] {
  return items
    .map((item) => ({ item, keys: sortKeysOf(item, fields, itemFields) }))
    .sort((a, b) => compareSortKeys(a.keys, b.keys, fields))
    .map(({ item }) => item);
}

async function facet(context: PipelineContext, items: readonly Item[], operand: Value): Promise<Item> {
  if (!isDocument(operand)) throw badValue('$facet needs an object');
  const result: Document = {};
  for (const [name, pipeline] of Object.entries(operand)) {
    const own = items.map((item) => parsedItem(cloneValue(item.document())));
    setField(result, name, documentsOf(await runStages(context, own, parsePipeline(pipeline))));
  }
  return parsedItem(result);
}
