import { NewsDocument } from '../contract/news-document';
import { command, database } from './database';
import type { Ordered } from './ordered-writes';
import { accepted, documents } from './stored';

const news = () => database.collection('news');

/** Most pieces of news of one person that are ever listed. */
const ownListLimit = 100;

/**
 * Adds news for somebody in the transaction of its cause: both happen or neither. The same news is added once, and none
 * is added for an account or person that is being erased or is gone.
 * @returns whether its reader has it
 */
export async function addNews(ordered: Ordered, document: NewsDocument): Promise<boolean> {
  if (await ordered.read('news', document._id)) return true;
  if (!(await reach(ordered, document))) return false;
  await ordered.write('news', document);
  return true;
}

/** Writes the recipient even if unchanged: if this transaction and an erasure overlap, the later one sees the other. */
async function reach({ read, write }: Ordered, { recipient, isForAccount }: NewsDocument): Promise<boolean> {
  if (isForAccount) {
    const account = await read('members', recipient);
    if (!account || account.erasedAtMs !== null) return false;
    await write('members', account);
    return true;
  }
  const person = await read('persons', recipient);
  if (!person || person.isErasing || person.erasedAtMs !== null) return false;
  await write('persons', person);
  return true;
}

/** News of these recipients, the newest first. */
export async function newsFor(recipients: readonly string[]): Promise<NewsDocument[]> {
  const answer = await news()
    .where({ recipient: command.in([...recipients]) })
    .orderBy('atMs', 'desc')
    .limit(ownListLimit)
    .get();
  return documents(NewsDocument, answer);
}

/** Notes these pieces of news as read, if they are of these recipients. */
export async function markNewsRead(
  recipients: readonly string[],
  ids: readonly string[],
  nowMs: number,
): Promise<void> {
  accepted(
    await news()
      .where({
        _id: command.in([...ids]),
        recipient: command.in([...recipients]),
        readAtMs: command.eq(null),
      })
      .update({ readAtMs: nowMs }),
  );
}

/** How many pieces of news these recipients have not read, without requests to call back. */
export async function countUnreadNews(recipients: readonly string[]): Promise<number> {
  const answer = await news()
    .where({
      recipient: command.in([...recipients]),
      readAtMs: command.eq(null),
      kind: command.neq('call-back'),
    })
    .count();
  return accepted(answer).total ?? 0;
}

/** To whom news of one of these kinds about a post is addressed. */
export async function recipientsAbout(postId: string, kinds: readonly string[]): Promise<Set<string>> {
  const answer = await news()
    .where({ postId, kind: command.in([...kinds]) })
    .limit(1000)
    .get();
  return new Set(documents(NewsDocument, answer).map(({ recipient }) => recipient));
}

/** News whose message was not tried yet, the longest first. */
export async function newsToSend(limit: number): Promise<NewsDocument[]> {
  const answer = await news().where({ sending: 'due' }).orderBy('atMs', 'asc').limit(limit).get();
  return documents(NewsDocument, answer);
}

/** Notes that there is no message of this news, if none was tried meanwhile. */
export async function settleDue(id: string): Promise<void> {
  accepted(await news().where({ _id: id, sending: 'due' }).update({ sending: 'unsent' }));
}

/** Removes the news of contacts or of posts. */
export async function removeNews(of: 'grantId' | 'postId', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  accepted(
    await news()
      .where({ [of]: command.in([...ids]) })
      .remove(),
  );
}

/** Removes news from before a moment; answers how much. */
export async function removeNewsBefore(momentMs: number): Promise<number> {
  const answer = await news()
    .where({ atMs: command.lt(momentMs) })
    .remove();
  return accepted(answer).deleted ?? 0;
}
