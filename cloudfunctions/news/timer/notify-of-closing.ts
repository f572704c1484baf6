import { noteClosing, readClosing } from '../../shared/adapters/closing-store';
import { accountsAfter } from '../../shared/adapters/member-store';
import { addNews } from '../../shared/adapters/news-store';
import { inOrder } from '../../shared/adapters/ordered-writes';
import type { Failures } from '../../shared/kernel/failures';
import { newsOf } from '../../shared/kernel/news';

/** A run starts no new page after this. */
const budgetMs = 6_000;
const pageSize = 100;
/** Readers whose news is written at once. */
const atOnce = 8;

/**
 * Puts the notice of the closing into the inbox of everybody, page after page of accounts. A page that is cut short is done again by the
 * next run, which adds no news twice, because its id follows from reader and date.
 */
export async function notifyOfClosing(nowMs: number, failures: Failures): Promise<number> {
  const closing = await readClosing();
  if (!closing || closing.notifiedAfter === null || closing.eraseAtMs === null) return 0;
  const { eraseAtMs } = closing;
  const startedMs = performance.now();
  let after: string = closing.notifiedAfter;
  let notified = 0;
  while (performance.now() - startedMs < budgetMs) {
    const accounts = await accountsAfter(after, pageSize);
    for (let at = 0; at < accounts.length; at += atOnce)
      await Promise.all(
        accounts.slice(at, at + atOnce).map(({ _id, personId }) =>
          failures.attempt(() =>
            inOrder((ordered) =>
              addNews(
                ordered,
                newsOf('closing', {
                  to: personId === null ? { account: _id } : { personId },
                  cause: String(eraseAtMs),
                  facts: { untilMs: eraseAtMs },
                  atMs: nowMs,
                }),
              ),
            ),
          ),
        ),
      );
    notified += accounts.length;
    const last = accounts.at(-1);
    await noteClosing(closing, { notifiedAfter: last?._id ?? null });
    if (last === undefined) return notified;
    after = last._id;
  }
  return notified;
}
