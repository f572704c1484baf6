import { z } from 'zod';
import type { Action } from './actions';
import { ApiError } from './api-error';
import type { Deployed, DeployedCollection } from './deployed';
import { readParameters } from './parameters';

/*
 * Collections through the service `tcb`, 2018-06-08 (cloud.tencent.com/document/api/876). Field names are those of the
 * published models. The code for a collection that exists already is not documented and was not tried.
 */

const environment = {
  EnvId: z.string(),
  MongoConnector: z.strictObject({ InstanceId: z.string(), DatabaseName: z.string() }).optional(),
  Tag: z.string().optional(),
};
const tableName = z.string().regex(/^[A-Za-z0-9_][\w.-]{0,127}$/);
const table = z.strictObject({ ...environment, TableName: tableName });
const aclTag = z.enum(['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY']);
const mostIndexes = 100;
const index = z.strictObject({
  IndexName: z.string().min(1).max(64),
  MgoKeySchema: z.strictObject({
    MgoIsUnique: z.boolean(),
    MgoIndexKeys: z
      .array(z.strictObject({ Name: z.string().min(1), Direction: z.enum(['1', '-1', '2dsphere']) }))
      .min(1),
  }),
});

export const databaseActions: Record<string, Action> = {
  ListTables(deployed, given) {
    const schema = z.strictObject({
      ...environment,
      MgoLimit: z.number().int().min(1).max(100),
      MgoOffset: z.number().int().min(0),
    });
    const { MgoLimit, MgoOffset } = readParameters(schema, given);
    const names = [...deployed.collections.keys()];
    const page = names.slice(MgoOffset, MgoOffset + MgoLimit);
    const Tables = page.map((TableName) => ({ TableName, Count: 0, Size: 0, IndexCount: 1, IndexSize: 0 }));
    return {
      Tables: Tables.length > 0 ? Tables : null,
      Pager: { Offset: MgoOffset, Limit: MgoLimit, Total: names.length },
    };
  },
  CreateTable(deployed, given) {
    const { TableName } = readParameters(table, given);
    if (deployed.collections.has(TableName)) throw new ApiError('ResourceInUse', `Table exist: ${TableName}`);
    deployed.collections.set(TableName, { aclTag: 'PRIVATE', indexes: [] });
    return {};
  },
  DescribeTable(deployed, given) {
    const { indexes } = collectionOf(deployed, readParameters(table, given).TableName);
    const all = [{ indexName: '_id_', unique: false, keys: [{ name: '_id', direction: '1' }] }, ...indexes];
    return {
      IndexNum: all.length,
      Indexes: all.map(({ indexName, unique, keys }) => ({
        Name: indexName,
        Size: 0,
        Unique: unique,
        Keys: keys.map(({ name, direction }) => ({ Name: name, Direction: direction })),
        Accesses: { Ops: 0, Since: '' },
      })),
    };
  },
  UpdateTable(deployed, given) {
    const schema = table.extend({
      CreateIndexes: z.array(index).optional(),
      DropIndexes: z.array(z.strictObject({ IndexName: z.string() })).optional(),
    });
    const { TableName, CreateIndexes = [], DropIndexes = [] } = readParameters(schema, given);
    const { indexes } = collectionOf(deployed, TableName);
    for (const { IndexName } of DropIndexes) {
      const at = indexes.findIndex(({ indexName }) => indexName === IndexName);
      if (at < 0) throw new ApiError('ResourceNotFound', `index not found with name [${IndexName}]`);
      indexes.splice(at, 1);
    }
    for (const { IndexName, MgoKeySchema } of CreateIndexes) {
      if (indexes.some(({ indexName }) => indexName === IndexName))
        throw new ApiError('ResourceInUse', `Index with name: ${IndexName} already exists`);
      if (indexes.length + 1 >= mostIndexes) throw new ApiError('LimitExceeded', 'too many indexes');
      indexes.push({
        indexName: IndexName,
        unique: MgoKeySchema.MgoIsUnique,
        keys: MgoKeySchema.MgoIndexKeys.map(({ Name, Direction }) => ({ name: Name, direction: Direction })),
      });
    }
    return {};
  },
  DescribeDatabaseACL(deployed, given) {
    const schema = z.strictObject({ EnvId: z.string(), CollectionName: tableName });
    return { AclTag: collectionOf(deployed, readParameters(schema, given).CollectionName).aclTag };
  },
  ModifyDatabaseACL(deployed, given) {
    const schema = z.strictObject({ EnvId: z.string(), CollectionName: tableName, AclTag: aclTag });
    const { CollectionName, AclTag } = readParameters(schema, given);
    collectionOf(deployed, CollectionName).aclTag = AclTag;
    return {};
  },
};

function collectionOf(deployed: Deployed, name: string): DeployedCollection {
  const collection = deployed.collections.get(name);
  if (collection === undefined) throw new ApiError('ResourceNotFound', 'Db or Table not exist');
  return collection;
}
