import { keptEntries, type KeptCollection } from '../../cloudfunctions/shared/contract/kept-data';
import { copiedDocument, idsFor, type CopiedDocument } from '../../cloudfunctions/shared/domain/copied-data';
import type { Store } from './store';

/**
 * A copy of what is kept about the person behind an account, for a request that comes by letter: what the person would read in the program
 * without the phone, which only the functions can open.
 */
export async function copyOf(
  store: Pick<Store, 'find'>,
  openid: string,
): Promise<{ of: KeptCollection; documents: CopiedDocument[] }[]> {
  const [member] = (await store.find('members', { _id: openid }, 1)) as { personId: string | null }[];
  const person = member?.personId ?? null;
  const accounts =
    person === null
      ? [openid]
      : ((await store.find('members', { personId: person }, 100)) as { _id: string }[]).map(({ _id }) => _id);
  const ids = { person, accounts };
  const copy = [];
  for (const [of, { keys, copied }] of keptEntries) {
    if (copied.length === 0) continue;
    const found = new Map<unknown, unknown>();
    for (const key of keys)
      for (const id of idsFor(key, ids))
        for (const each of await store.find(of, { [key.field]: id }, 1000))
          found.set((each as { _id: unknown })._id, each);
    const documents = [...found.values()].map((each) =>
      copiedDocument(of, each, { ids, phoneOf: () => true }),
    );
    if (documents.length > 0) copy.push({ of, documents });
  }
  return copy;
}
