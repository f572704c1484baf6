import { parseQuery, type Condition } from '../query/condition';
import { parseSort, type SortField } from '../query/sort';
import { compileRowTest, type Row } from '../read/row';
import { select } from '../read/select';
import type { Collection } from '../storage/catalogue';
import { isDocument, type Value } from '../values/value';
import { asStored, storedItem, type Item } from './flow';
import { readGeoNear, type GeoNear } from './geo-near';
import { wholeNumber, type PipelineContext } from './pipeline-context';
import type { Stage } from './stage';

/** The result of the leading stages, read with one query. */
export interface Head {
  rows: Row[];
  /** The stages that still have to run. */
  rest: Stage[];
  toItem(row: Row): Item;
  toText(row: Row): string;
}

/**
 * Turns the leading stages into one indexed read: `$geoNear` or several `$match`, one `$sort`, then `$skip` and `$limit`.
 * `$skip` and `$limit` are also taken from behind stages that keep the number of documents (`$project`, `$addFields`).
 */
export async function readHead(
  context: PipelineContext,
  collection: Collection,
  stages: readonly Stage[],
): Promise<Head> {
  const rest = [...stages];
  const geo =
    rest[0]?.name === '$geoNear'
      ? readGeoNear((rest.shift() as Stage).operand, collection.indexes)
      : undefined;
  const conditions: Condition[] = geo ? [geo.condition] : [];
  const after: Condition[] = [];
  // `$geoNear` applies its own limit before a following `$match`, so with a limit the `$match` must run later.
  const mayMatch = (geo?.limit ?? Infinity) === Infinity;
  while (mayMatch && rest[0]?.name === '$match') {
    const { operand } = rest.shift() as Stage;
    const condition = parseQuery(operand, context.variables);
    // A condition on the distance can only be checked once the distance is computed.
    (geo && mentions(operand, geo.distanceField) ? after : conditions).push(condition);
  }
  const sort = takeSort(rest, geo);
  const window = takeWindow(rest, geo?.limit ?? Infinity);
  const condition: Condition = { kind: 'and', children: conditions };
  const filter =
    geo && after.length ? compileRowTest({ kind: 'and', children: after }, geo.computed) : undefined;
  const rows = await select(context.view, collection, condition, { sort, ...window, filter });
  return {
    rows,
    rest,
    toItem: geo?.toItem ?? ((row) => storedItem(row, asStored)),
    toText: geo?.toText ?? asStored.toText,
  };
}

interface Window {
  skip: number;
  limit: number;
}

function takeSort(rest: Stage[], geo: GeoNear | undefined): SortField[] {
  const stage = rest[0];
  if (stage?.name !== '$sort') return [];
  const sort = parseSort(stage.operand);
  if (geo) {
    // `$geoNear` already answers the nearest first, so this sort can be dropped.
    const byDistance = sort.length === 1 && sort[0]?.path === geo.distanceField && !sort[0].descending;
    if (byDistance) rest.shift();
    return [];
  }
  rest.shift();
  return sort;
}

const keepCount = ['$project', '$addFields', '$set', '$unset'];

/**
 * Removes `$skip` and `$limit` from the stages and adds them up, as long as the stages before them keep the number of documents.
 */
function takeWindow(rest: Stage[], limit: number): Window {
  const window: Window = { skip: 0, limit };
  let at = 0;
  for (let stage = rest[at]; stage; stage = rest[at]) {
    if (stage.name === '$skip') {
      const skip = wholeNumber('$skip', stage.operand, 0);
      window.skip += skip;
      window.limit = Math.max(0, window.limit - skip);
      rest.splice(at, 1);
    } else if (stage.name === '$limit') {
      window.limit = Math.min(window.limit, wholeNumber('$limit', stage.operand, 1));
      rest.splice(at, 1);
    } else if (keepCount.includes(stage.name)) at++;
    else break;
  }
  return window;
}

/** Whether a query names the field, or may name it in an expression. */
function mentions(query: Value, field: string): boolean {
  if (Array.isArray(query)) return query.some((item) => mentions(item, field));
  if (!isDocument(query)) return typeof query === 'string' && query.startsWith(`$${field}`);
  return Object.entries(query).some(
    ([key, value]) => key === field || key.startsWith(`${field}.`) || mentions(value, field),
  );
}
