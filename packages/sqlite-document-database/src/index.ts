/** The public entry: a document database on SQLite that speaks the wire requests of CloudBase's SDKs. */
export { openDatabase, type Database, type DatabaseOptions } from './database';
export { readCollections, type CollectionSpec, type IndexSpec } from './collection-spec';
export { PlatformError } from './platform-error';
export { maxRequestDepth } from './limits';
export { checkFolder, copyDatabase } from './storage/backup';
export { databaseFile } from './storage/folder';
export { openSql } from './storage/sqlite';
export { parseEjson, stringifyEjson } from './values/ejson';
export { plainJson } from './values/plain-json';
export type { Document, Value } from './values/value';
export { documentOf, fieldOf, type Row, type RowTest } from './read/row';
export type { RowsRead } from './read/rows-read';
export { changedFields } from './watch/changed-fields';
export type { QueryEvent } from './watch/query-event';
