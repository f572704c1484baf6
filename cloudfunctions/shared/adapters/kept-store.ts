import { erasedBy, type Key } from '../contract/kept-data';
import { command, database } from './database';
import { accepted } from './stored';

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

const sparing = (spares: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(spares).map(([field, value]) => [field, command.neq(value)]));
