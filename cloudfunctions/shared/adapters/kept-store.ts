import { erasedBy, type KeptCollection, type Key } from '../contract/kept-data';
import { command, database } from './database';
import { accepted, idsOf, rows } from './stored';

/**
 * Removes what the table of kept data finds by these ids, in every collection that erasing treats `by key`. It may be repeated, and a
 * new collection needs no code here.
 */
export async function removeByKey(whose: Key['whose'], ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const [name, { keys, spares = {} }] of erasedBy('by key'))
    for (const { field } of keys.filter((key) => key.whose === whose))
      accepted(
        await database
          .collection(name)
          .where({ [field]: command.in([...ids]), ...sparing(spares) })
          .remove(),
      );
}

/** Removes what has the ids of these posts, the posts last: an erasure that is cut short finds them again. */
export async function removeWithPosts(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const name of [...erasedBy('with its post').map(([each]) => each), 'posts'])
    accepted(
      await database
        .collection(name)
        .where({ _id: command.in([...ids]) })
        .remove(),
    );
}

const removedTogether = 100;

/** Removes a page of a collection, or only counts it; answers how many documents it holds. */
export async function removePageOf(name: KeptCollection, { onlyCount = false } = {}): Promise<number> {
  const ids = idsOf(await database.collection(name).limit(removedTogether).field({ _id: true }).get());
  if (ids.length > 0 && !onlyCount)
    accepted(
      await database
        .collection(name)
        .where({ _id: command.in(ids) })
        .remove(),
    );
  return ids.length;
}

const pageSize = 500;

/** The documents of a collection that one of these fields names by one of its ids, each once, as they are stored. */
export async function documentsByKey(
  name: KeptCollection,
  keys: readonly { field: string; ids: readonly string[] }[],
): Promise<unknown[]> {
  const found = new Map<string, unknown>();
  for (const { field, ids } of keys)
    for (let after = ''; ids.length > 0;) {
      const answer = await database
        .collection(name)
        .where(command.and([{ [field]: command.in([...ids]) }, { _id: command.gt(after) }]))
        .orderBy('_id', 'asc')
        .limit(pageSize)
        .get();
      const page = idsOf(answer);
      rows(answer).forEach((row, at) => found.set(page[at] ?? '', row));
      after = page.at(-1) ?? '';
      if (page.length < pageSize) break;
    }
  return [...found.values()];
}

const sparing = (spares: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(spares).map(([field, value]) => [field, command.neq(value)]));
