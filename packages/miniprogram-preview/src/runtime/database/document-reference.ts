import { ApiFailure } from '../api/registry';
import { checked, named } from './answers';
import { watch, type SdkWatchable, type WatchOptions } from './watching';

export interface SdkDocument extends SdkWatchable {
  field(projection: object): SdkDocument;
  get(): Promise<{ data?: unknown[] }>;
  set(data: object): Promise<{ updated?: number; upsertedId?: unknown }>;
  update(data: object): Promise<{ updated?: number }>;
  remove(): Promise<{ deleted?: number }>;
}

/** One document, addressed by its id. */
export function documentReference(document: SdkDocument, id: string | number): Record<string, unknown> {
  return {
    field: (projection: object) => documentReference(document.field(projection), id),
    get: named('document.get', async () => {
      const [found] = checked(await document.get()).data ?? [];
      if (found === undefined)
        throw new ApiFailure(`document with _id ${id} does not exist`, { errCode: -1 });
      return { data: found };
    }),
    set: named('document.set', async ({ data }) => {
      const { updated, upsertedId } = checked(await document.set(data as object));
      return { _id: id, stats: { updated, created: upsertedId ? 1 : 0 } };
    }),
    update: named('document.update', async ({ data }) => ({
      stats: { updated: checked(await document.update(data as object)).updated },
    })),
    remove: named('document.remove', async () => ({
      stats: { removed: checked(await document.remove()).deleted ?? 0 },
    })),
    watch: (options: WatchOptions) => watch(document, options),
  };
}
