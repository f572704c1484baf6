import { PlatformError } from 'sqlite-document-database';
import { plainDocuments, sentText } from './plain-values';

/** A parsed request, or an answer without its `requestId`. */
type Body = Record<string, unknown>;

/** A database request of an earlier SDK, translated to the current form. */
export interface EarlierRequest {
  action: string;
  body: Body;
  /** Turns the current answer into the one that the SDK expects. */
  answer(answer: Body): Body;
}

/**
 * Translates the database actions of `@cloudbase/database` before 1.0, which `tcb-admin-node` and `wx-server-sdk`
 * before 2.1 use, and `database.aggregate` of 1.0. They send plain JSON where current requests and answers hold
 * Extended JSON as text.
 * @returns undefined for every other action
 * @throws PlatformError for an invalid request
 */
export function earlierRequest(action: string, body: Body): EarlierRequest | undefined {
  return Object.hasOwn(actions, action) ? actions[action]?.(body) : undefined;
}

const actions: Record<string, (body: Body) => EarlierRequest> = {
  'database.queryDocument': (body) => ({
    action: 'database.getDocument',
    body: {
      ...withQuery(body),
      order: orderText(body.order),
      projection: sentText(body.projection),
    },
    answer: (answer) => ({ data: { ...dataOf(answer), list: plainDocuments(listOf(answer)) } }),
  }),

  'database.countDocument': (body) => ({
    action: 'database.calculateDocument',
    body: withQuery(body),
    answer: (answer) => answer,
  }),

  'database.addDocument': (body) => ({
    action: 'database.insertDocument',
    body: { ...body, data: [sentText(documentWithId(body))] },
    answer: (answer) => ({ data: { _id: insertedId(answer) } }),
  }),

  'database.updateDocument': (body) => ({
    action: 'database.modifyDocument',
    // Only an update by id can replace a whole document.
    body: {
      ...withQuery(body),
      data: sentText(body.data),
      ...(body.merge === false && { queryType: 'DOC' }),
    },
    answer: (answer) => {
      const { updated, upsert_id: upserted } = dataOf(answer);
      return { data: { updated, upsert_id: upserted, upserted_id: upserted } };
    },
  }),

  'database.deleteDocument': (body) => ({
    action: 'database.removeDocument',
    body: withQuery(body),
    answer: (answer) => answer,
  }),

  'database.aggregate': (body) => ({
    action: 'database.aggregateDocuments',
    body: { ...body, stages: stagesOf(body.stages) },
    answer: (answer) => ({ data: { ...dataOf(answer), list: JSON.stringify(listOf(answer)) } }),
  }),

  'database.getInTransaction': (body) => ({
    action: 'database.getDocument',
    body: ofOneDocument(body),
    answer: (answer) => ({ data: listOf(answer)[0] ?? 'null' }),
  }),

  'database.insertDocInTransaction': (body) => ({
    action: 'database.insertDocument',
    body: { ...body, data: [sentText(documentWithId({ ...body, data: parsed(body.data) }))] },
    answer: (answer) => ({ inserted: '1', ok: '1', _id: insertedId(answer) }),
  }),

  'database.updateDocInTransaction': (body) => ({
    action: 'database.modifyDocument',
    body: {
      ...ofOneDocument(body),
      data: sentText(parsed(body.data)),
      multi: false,
      merge: body.upsert !== true,
    },
    answer: (answer) => {
      const { updated, upsert_id: upserted } = dataOf(answer);
      return {
        updated: String(updated),
        ...(upserted ? { upserted: JSON.stringify([{ _id: upserted }]) } : {}),
      };
    },
  }),

  'database.deleteDocInTransaction': (body) => ({
    action: 'database.removeDocument',
    body: { ...ofOneDocument(body), multi: false },
    answer: (answer) => ({ deleted: String(dataOf(answer).deleted) }),
  }),
};

function withQuery(body: Body): Body {
  return { ...body, query: sentText(body.query) };
}

/** A document of a transaction, given by `_id` or by `query: {_id: {$eq}}`. */
function ofOneDocument(body: Body): Body {
  const asked = (body.query as Body | undefined)?._id ?? body._id;
  const _id = isRecord(asked) && '$eq' in asked ? asked.$eq : asked;
  return { ...body, queryType: 'DOC', query: sentText({ _id }) };
}

/** The document of a request; its id may be a field of the request instead. */
function documentWithId({ data, _id }: Body): Body {
  if (!isRecord(data)) throw new PlatformError('INVALID_PARAM', 'data must be an object');
  return _id === undefined ? data : { ...data, _id };
}

/** Turns `[{field, direction}]` into the current `{field: 1 | -1}`. */
function orderText(order: unknown): string | undefined {
  if (order === undefined) return undefined;
  if (!Array.isArray(order) || !order.every(isRecord))
    throw new PlatformError('INVALID_PARAM', 'order must be a list of {field, direction}');
  return sentText(
    Object.fromEntries(order.map(({ field, direction }) => [String(field), direction === 'desc' ? -1 : 1])),
  );
}

function stagesOf(stages: unknown): unknown {
  if (!Array.isArray(stages) || !stages.every(isRecord)) return stages;
  return stages.map((stage) => ({ ...stage, stageValue: sentText(parsed(stage.stageValue)) }));
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PlatformError('INVALID_PARAM', `not valid JSON: ${(cause as Error).message}`);
  }
}

function dataOf(answer: Body): Body {
  return answer.data as Body;
}

function listOf(answer: Body): string[] {
  return dataOf(answer).list as string[];
}

function insertedId(answer: Body): unknown {
  return (dataOf(answer).insertedIds as unknown[])[0];
}

function isRecord(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
