import { randomNumbers } from 'sqlite-document-database/testing';
import {
  accumulators,
  argumentNames,
  expressions,
  fieldNames,
  markers,
  namedWords,
  oddNames,
  queryOperators,
  scalars,
  stages,
  updates,
} from './hostile-words';

/** Requests that no SDK would send: wrong types, unknown operators, broken Extended JSON, contradictions. */
export interface HostileRequest {
  action: string;
  body: Record<string, unknown>;
}

/**
 * An endless series of requests, the same for the same seed.
 * @param collections the names in the requests
 */
export function* hostileRequests(seed: number, collections: readonly string[]): Generator<HostileRequest> {
  const dice = diceOf(seed);
  while (true) yield request(dice, collections);
}

interface Dice {
  chance(part: number): boolean;
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
}

function diceOf(seed: number): Dice {
  const random = randomNumbers(seed);
  const below = (count: number): number => Math.floor(random() * count);
  return {
    chance: (part) => random() < part,
    below,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  };
}

function request(dice: Dice, collections: readonly string[]): HostileRequest {
  const action = dice.chance(0.95) ? dice.pick(actions) : dice.pick(rareActions);
  const body: Record<string, unknown> = {
    collectionName: dice.pick(collections),
    queryType: dice.pick(['WHERE', 'WHERE', 'WHERE', 'WHERE', 'DOC']),
    query: textOf(dice, { ...(dice.chance(0.3) ? { _id: 'k1' } : {}), ...document(dice, 3, queryKey) }),
    multi: dice.pick([true, true, false]),
  };
  if (action === 'insertDocument') body.data = list(dice, 3, () => textOf(dice, document(dice, 3, fieldKey)));
  if (action.startsWith('modify')) {
    body.merge = dice.pick([true, true, true, false]);
    body.data = textOf(dice, dice.chance(0.8) ? update(dice) : document(dice, 3, fieldKey));
  }
  if (action === 'aggregateDocuments') body.stages = list(dice, 4, () => stage(dice));
  if (action === 'getDocument' && dice.chance(0.5))
    body.projection = textOf(dice, document(dice, 3, fieldKey));
  if (action === 'getDocument' && dice.chance(0.5)) body.order = textOf(dice, order(dice));
  if (dice.chance(0.2)) body[dice.pick(bodyFields)] = value(dice, 2);
  if (dice.chance(0.05)) delete body[dice.pick(bodyFields)];
  return { action, body };
}

const actions = [
  'insertDocument',
  'getDocument',
  'getDocument',
  'modifyDocument',
  'modifyDocument',
  'modifyAndReturnDoc',
  'removeDocument',
  'calculateDocument',
  'aggregateDocuments',
  'aggregateDocuments',
  'aggregateDocuments',
];

const rareActions = ['addCollection', 'commitTransaction', 'abortTransaction', 'noSuchAction'];

const bodyFields = [
  'collectionName',
  'queryType',
  'query',
  'multi',
  'merge',
  'upsert',
  'data',
  'stages',
  'projection',
  'order',
  'offset',
  'limit',
  'transactionId',
  'wxCloudApiToken',
];

function textOf(dice: Dice, json: unknown): string {
  const text = JSON.stringify(json);
  return dice.chance(0.02) ? text.slice(0, dice.below(text.length)) : text;
}

function list<T>(dice: Dice, most: number, make: () => T): T[] {
  return Array.from({ length: dice.below(most + 1) }, make);
}

function order(dice: Dice): unknown {
  return Object.fromEntries(
    list(dice, 2, () => [fieldKey(dice), dice.chance(0.9) ? dice.pick([1, -1]) : value(dice, 1)]),
  );
}

function update(dice: Dice): unknown {
  return Object.fromEntries(
    list(dice, 2, () => [
      dice.pick(updates),
      dice.chance(0.9) ? document(dice, 2, fieldKey) : value(dice, 1),
    ]),
  );
}

function stage(dice: Dice): unknown {
  if (dice.chance(0.03)) return value(dice, 2);
  const name = dice.pick(stages);
  const operand = dice.chance(0.75) ? operandOf(dice, name) : value(dice, 3);
  return { stageKey: name, stageValue: textOf(dice, operand) };
}

/** The argument of a stage, with parts of it replaced. */
function operandOf(dice: Dice, stage: string): unknown {
  const path = () => (dice.chance(0.85) ? fieldKey(dice) : value(dice, 1));
  const expression = () => (dice.chance(0.8) ? operation(dice, 3) : value(dice, 2));
  const fields = () => document(dice, 3, fieldKey);
  const pipeline = () =>
    list(dice, 2, () => {
      const inner = dice.pick(stages);
      return { [inner]: dice.chance(0.7) ? operandOf(dice, inner) : value(dice, 1) };
    });
  switch (stage) {
    case '$limit':
    case '$skip':
      return dice.pick([0, 1, 5, -1, 1e9, 2 ** 53, 1.5, '1', null]);
    case '$sort':
      return order(dice);
    case '$match':
      return document(dice, 3, queryKey);
    case '$group':
    case '$bucket':
    case '$bucketAuto': {
      const gathered = Object.fromEntries(
        list(dice, 2, () => [fieldKey(dice), { [dice.pick(accumulators)]: expression() }]),
      );
      if (stage === '$group') return { _id: expression(), ...gathered };
      return {
        groupBy: expression(),
        output: gathered,
        boundaries: list(dice, 4, () => value(dice, 1)),
        buckets: dice.pick([1, 3, 0, 'x']),
        default: value(dice, 1),
      };
    }
    case '$lookup':
      return {
        from: dice.pick(['things', 'kept', 5, 'none']),
        localField: path(),
        foreignField: path(),
        as: path(),
        ...(dice.chance(0.4) ? { let: { v: expression() }, pipeline: pipeline() } : {}),
      };
    case '$facet':
      return Object.fromEntries(list(dice, 2, () => [fieldKey(dice), pipeline()]));
    case '$unwind':
      return dice.chance(0.5)
        ? `$${fieldKey(dice)}`
        : {
            path: `$${fieldKey(dice)}`,
            includeArrayIndex: path(),
            preserveNullAndEmptyArrays: value(dice, 1),
          };
    case '$geoNear':
      return {
        near: geometry(dice),
        distanceField: path(),
        includeLocs: path(),
        maxDistance: value(dice, 1),
        query: document(dice, 2, queryKey),
        limit: value(dice, 1),
        key: path(),
      };
    case '$replaceRoot':
      return { newRoot: expression() };
    case '$sample':
      return { size: value(dice, 1) };
    case '$count':
    case '$unset':
      return path();
    case '$project':
    case '$addFields':
    case '$set':
      return Object.fromEntries(list(dice, 3, () => [fieldKey(dice), expression()]));
    case '$sortByCount':
    case '$redact':
    case '$replaceWith':
      return expression();
    default:
      return fields();
  }
}

function queryKey(dice: Dice): string {
  return dice.chance(0.2) ? dice.pick(queryOperators) : fieldKey(dice);
}

function fieldKey(dice: Dice): string {
  return dice.chance(0.85) ? dice.pick(fieldNames) : dice.pick(oddNames);
}

function document(dice: Dice, depth: number, key: (dice: Dice) => string): Record<string, unknown> {
  return Object.fromEntries(list(dice, 3, () => [key(dice), value(dice, depth)]));
}

/** An operator of queries or expressions with some operand. */
function operation(dice: Dice, depth: number): unknown {
  if (depth <= 0) return value(dice, 0);
  const name = dice.pick(dice.chance(0.6) ? expressions : queryOperators);
  const inner = () => (dice.chance(0.6) ? operation(dice, depth - 1) : value(dice, depth - 1));
  const named = dice.chance(0.9) ? namedWords[name] : undefined;
  if (named)
    return {
      [name]: Object.fromEntries(named.filter(() => dice.chance(0.9)).map((part) => [part, inner()])),
    };
  if (dice.chance(0.45)) return { [name]: list(dice, 4, inner) };
  if (dice.chance(0.8)) return { [name]: inner() };
  return { [name]: Object.fromEntries(list(dice, 5, () => [dice.pick(argumentNames), inner()])) };
}

function value(dice: Dice, depth: number): unknown {
  if (depth <= 0 || dice.chance(0.35)) return dice.pick(scalars);
  switch (dice.below(20)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return list(dice, 4, () => value(dice, depth - 1));
    case 4:
    case 5:
    case 6:
    case 7:
      return document(dice, depth - 1, fieldKey);
    case 8:
      return { [dice.pick(markers)]: dice.chance(0.6) ? dice.pick(scalars) : value(dice, depth - 1) };
    case 9:
    case 10:
      return geometry(dice);
    default:
      return operation(dice, depth);
  }
}

function geometry(dice: Dice): unknown {
  const number = () => dice.pick([0, 1, 113, 23, -180, 90, 91, 1e308, null, 'x', { $numberDouble: 'NaN' }]);
  const point = () => list(dice, 3, number);
  const coordinates = dice.pick([
    point,
    () => list(dice, 5, point),
    () => list(dice, 2, () => list(dice, 5, point)),
    number,
  ])();
  const shape = {
    type: dice.pick(['Point', 'LineString', 'Polygon', 'MultiPolygon', 'GeometryCollection', 'Circle', 5]),
    coordinates,
  };
  return dice.pick([
    shape,
    coordinates,
    { $geometry: shape, $maxDistance: number() },
    { $centerSphere: [coordinates, number()] },
  ]);
}
