import { type CollectionSpec, PlatformError } from 'sqlite-document-database';

/**
 * What a mini-program itself may do with the database, by each collection's `aclTag`. PRIVATE: the creator reads and
 * writes. READONLY: everyone reads, the creator writes. ADMINWRITE: everyone reads. ADMINONLY: nothing.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/permission.html
 */
export type AclTag = CollectionSpec['aclTag'];

/**
 * The rule of a collection. An undeclared collection has the console's default: each creator reads and writes their own
 * documents.
 */
export type ClientRules = (collection: string) => AclTag;

export type Body = Record<string, unknown>;

export function clientRules(collections: readonly CollectionSpec[]): ClientRules {
  const tags = new Map(
    collections.map(({ collectionName, aclTag }) => [collectionName, aclTag ?? 'PRIVATE']),
  );
  return (collection) => tags.get(collection) ?? 'PRIVATE';
}

/** Any other tag, such as the one for custom rules, allows nothing. */
const readable = new Set<AclTag>(['PRIVATE', 'READONLY', 'ADMINWRITE']);
const writable = new Set<AclTag>(['PRIVATE', 'READONLY']);
/** The most documents that a client gets at once. */
const maxDocuments = 20;
const reads = new Set(['database.getDocument', 'database.calculateDocument', 'database.aggregateDocuments']);
const changes = new Set([
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
]);

/**
 * The request as it may be executed for the person `openid`: narrowed to their documents and marked with their openid.
 * @throws PlatformError when the person may not make it
 */
export function asClient(action: string, body: Body, openid: string, aclOf: ClientRules): Body {
  if (body.transactionId !== undefined) throw denied();
  const acl = aclOf(String(body.collectionName));
  if (reads.has(action)) {
    if (!readable.has(acl)) throw denied();
    const own = acl === 'PRIVATE' ? openid : undefined;
    if (action === 'database.aggregateDocuments') return narrowedPipeline(body, own, aclOf);
    const limit = Math.min(Number(body.limit) || maxDocuments, maxDocuments);
    return { ...body, limit, query: narrowedQuery(body.query, openid, own) };
  }
  if (!writable.has(acl)) throw denied();
  if (action === 'database.insertDocument')
    return { ...body, data: listOf(body.data).map((each) => signed(each, openid)) };
  if (!changes.has(action)) throw denied();
  const query = narrowedQuery(body.query, openid, openid);
  if (body.data === undefined) return { ...body, query };
  // A replacement would lose the document's owner. A function may replace the document, and it then has no owner.
  const data = body.merge === false ? signed(body.data, openid) : unsigned(body.data);
  return { ...body, query, data };
}

function narrowedQuery(query: unknown, openid: string, own: string | undefined): string {
  const asked = withOpenid(objectIn(query ?? '{}'), openid) as Body;
  if (own === undefined) return JSON.stringify(asked);
  return JSON.stringify(
    '_openid' in asked ? { $and: [asked, { _openid: own }] } : { ...asked, _openid: own },
  );
}

/** Replaces `{openid}` in a condition by the caller's openid. */
function withOpenid(value: unknown, openid: string): unknown {
  if (value === '{openid}') return openid;
  if (Array.isArray(value)) return value.map((each) => withOpenid(each, openid));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withOpenid(each, openid)]));
}

function narrowedPipeline(body: Body, own: string | undefined, aclOf: ClientRules): Body {
  const stages = listOf(body.stages) as { stageKey: string; stageValue: string }[];
  for (const { stageKey, stageValue } of stages)
    for (const joined of collectionsJoinedBy({ [stageKey]: parsed(stageValue) }))
      if (!readable.has(aclOf(joined)) || aclOf(joined) === 'PRIVATE') throw denied();
  if (own === undefined) return body;
  const mine = { stageKey: '$match', stageValue: JSON.stringify({ _openid: own }) };
  // geoNear must remain the first stage.
  const at = stages[0]?.stageKey === '$geoNear' ? 1 : 0;
  return { ...body, stages: [...stages.slice(0, at), mine, ...stages.slice(at)] };
}

/** Every `from` of a lookup, at any depth. */
function collectionsJoinedBy(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => [
    ...(/^\$(lookup|graphLookup|unionWith)$/.test(key) ? [String((each as Body | null)?.from ?? '')] : []),
    ...collectionsJoinedBy(each),
  ]);
}

function signed(document: unknown, openid: string): string {
  return JSON.stringify({ ...objectIn(unsigned(document)), _openid: openid });
}

/** Clients may not set `_openid`. */
function unsigned(data: unknown): string {
  const given = objectIn(data);
  const named = [given, ...Object.values(given)].flatMap((each) =>
    typeof each === 'object' && each !== null ? Object.keys(each) : [],
  );
  const renamed = Object.values(Object(given.$rename) as object).map(String);
  if ([...named, ...renamed].some((path) => /^_openid(\.|$)/.test(path)))
    throw new PlatformError('INVALID_PARAM', 'Invalid Key Name: _openid');
  return String(data);
}

function objectIn(text: unknown): Body {
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  throw new PlatformError('INVALID_PARAM', 'a query or a document is not a JSON object');
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch (cause) {
    throw new PlatformError('INVALID_PARAM', `not valid JSON: ${(cause as Error).message}`);
  }
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new PlatformError('INVALID_PARAM', 'a list is missing');
}

function denied(): PlatformError {
  return new PlatformError('DATABASE_PERMISSION_DENIED', 'Permission denied');
}
