import { checked, named } from './answers';
import { watch, type SdkWatchable, type WatchOptions } from './watching';

export interface SdkQuery extends SdkWatchable {
  where(condition: object): SdkQuery;
  orderBy(path: string, direction: string): SdkQuery;
  skip(count: number): SdkQuery;
  limit(count: number): SdkQuery;
  field(projection: object): SdkQuery;
  options(options: { multiple: boolean }): SdkQuery;
  get(): Promise<{ data?: unknown[] }>;
  count(): Promise<{ total?: number }>;
  update(data: object): Promise<{ updated?: number }>;
  remove(): Promise<{ deleted?: number }>;
}

/** A query under construction; each step gives the next. */
export function query(asked: SdkQuery): Record<string, unknown> {
  const many = () => asked.options({ multiple: true });
  return {
    where: (condition: object) => query(asked.where(condition)),
    orderBy: (path: string, direction: string) => query(asked.orderBy(path, direction)),
    skip: (count: number) => query(asked.skip(count)),
    limit: (count: number) => query(asked.limit(count)),
    field: (projection: object) => query(asked.field(projection)),
    get: named('collection.get', async () => ({ data: checked(await asked.get()).data })),
    count: named('collection.count', async () => ({ total: checked(await asked.count()).total })),
    update: named('collection.update', async ({ data }) => ({
      stats: { updated: checked(await many().update(data as object)).updated },
    })),
    remove: named('collection.remove', async () => ({
      stats: { removed: checked(await many().remove()).deleted },
    })),
    watch: (options: WatchOptions) => watch(asked, options),
  };
}
