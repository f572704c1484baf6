import { erasuresDue, personAfterDay } from '../shared/domain/erasure';
import { erasedIds, unfinishedIds } from '../shared/adapters/erasure';
import { inOrder } from '../shared/adapters/ordered-writes';
import type { Failures } from '../shared/kernel/failures';
import { finishErasing } from './erase-account';
import { erasePerson } from './erase-person';

/** A run starts no new work after this. */
const budgetMs = 4_000;

/**
 * Finishes erasures that were cut short, and removes what they left for a while: the tombstones of accounts, and persons
 * whose quota's day is over.
 */
export async function finishErasures(nowMs: number, failures: Failures): Promise<number> {
  const due = erasuresDue(nowMs);
  const startedMs = performance.now();
  let done = 0;
  const all = async (page: () => Promise<string[]>, work: (id: string) => Promise<void>): Promise<void> => {
    while (performance.now() - startedMs < budgetMs) {
      const ids = await page();
      let left = 0;
      for (const id of ids) if ((await failures.attempt(() => work(id).then(() => true))) === null) left += 1;
      done += ids.length - left;
      // Skips documents that failed, because they would be on the next page again.
      if (ids.length === 0 || left > 0) return;
    }
  };
  await all(
    () => unfinishedIds('persons', due.unfinishedBeforeMs),
    (id) => erasePerson(id, nowMs),
  );
  await all(
    () => unfinishedIds('members', due.unfinishedBeforeMs),
    (id) => finishErasing([id], null),
  );
  await all(
    () => erasedIds('members', due.accountsBeforeMs),
    (id) => removeErased('members', id, due.accountsBeforeMs),
  );
  await all(
    () => erasedIds('persons', due.personsBeforeMs),
    (id) => removeErased('persons', id, due.personsBeforeMs),
  );
  return done;
}

/** Runs in a transaction, so a person who signs up again meanwhile keeps the document. */
async function removeErased(name: 'members' | 'persons', id: string, beforeMs: number): Promise<void> {
  await inOrder(async (ordered) => {
    const document = await ordered.read(name, id);
    if (!document || document.isErasing || document.erasedAtMs === null) return;
    if (document.erasedAtMs > beforeMs) return;
    // The record of conduct is kept as long as the quota, so that erasing resets neither.
    if (name === 'persons' && (await ordered.read('records', id))) await ordered.remove('records', id);
    const kept = 'charges' in document ? personAfterDay(document) : null;
    if (kept) await ordered.write('persons', kept);
    else await ordered.remove(name, id);
  });
}
