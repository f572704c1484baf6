import { Db } from '@cloudbase/database';
import { aggregation, type Pipeline } from './aggregation';
import { documentReference, type SdkDocument } from './document-reference';
import { query, type SdkQuery } from './query';
import { checked, named } from './answers';

/** Sends an action of the database to the cloud; the answer has a `code` when the cloud refused. */
export type Send = (action: string, parameters: object) => Promise<Record<string, unknown>>;

interface SdkCollection extends SdkQuery {
  add(data: unknown): Promise<{ id?: string }>;
  doc(id: string | number): SdkDocument;
  aggregate(): Pipeline;
}

/** The part of Tencent's own database client that we use. It writes conditions and changes in the wire's form. */
interface SdkDatabase {
  command: unknown;
  Geo: Record<string, unknown>;
  serverDate: unknown;
  RegExp: unknown;
  collection(name: string): SdkCollection;
}

/** `wx.cloud.database()`, as WeChat's library builds it on the same client. */
export function openDatabase(send: Send): Record<string, unknown> {
  const requests = Db as { reqClass: unknown };
  requests.reqClass = class {
    send(action: string, parameters: object) {
      return send(action, parameters);
    }
  };
  // The SDK's own types differ from its behaviour, so `SdkDatabase` describes the part in use.
  const sdk = new Db({ env: 'local' }) as unknown as SdkDatabase;
  return {
    command: sdk.command,
    Geo: withoutNew(sdk.Geo),
    serverDate: sdk.serverDate,
    RegExp: sdk.RegExp,
    collection: (name: string) => collectionReference(sdk.collection(name)),
  };
}

function collectionReference(collection: SdkCollection): Record<string, unknown> {
  return {
    ...query(collection),
    doc: (id: string | number) => documentReference(collection.doc(id), id),
    aggregate: () => aggregation(collection.aggregate()),
    add: named('collection.add', async ({ data }) => ({ _id: checked(await collection.add(data)).id })),
  };
}

/** `db.Geo.Point(lng, lat)` and `new db.Geo.Point(lng, lat)` are the same. */
function withoutNew(constructors: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(constructors).map(([name, Constructor]) => [
      name,
      typeof Constructor === 'function'
        ? function made(...parts: unknown[]) {
            return Reflect.construct(Constructor, parts) as object;
          }
        : Constructor,
    ]),
  );
}
