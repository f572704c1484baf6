import { noteDeed } from './entry';
import type { Store } from './store';

interface Block {
  _id: string;
  caseId: string;
  atMs: number;
}

/** Every block by the case in which it was decided, the latest first. */
export async function blockedCases(store: Pick<Store, 'find'>): Promise<{ case: string; blocked: string }[]> {
  const blocks = (await store.find('blocks', {}, 1000)) as Block[];
  return blocks
    .sort((one, other) => other.atMs - one.atMs)
    .map(({ caseId, atMs }) => ({ case: caseId, blocked: new Date(atMs).toISOString() }));
}

/** Lifts a block that was a mistake: by its case, or by a message that the blocked person wrote to the operators. */
export async function unblock(
  store: Pick<Store, 'find' | 'insert' | 'update' | 'remove'>,
  id: string | undefined,
  nowMs: number,
): Promise<void> {
  if (id === undefined) throw new Error('unblock whom? npm run operators -- unblock CASE|MESSAGE');
  const [message] = (await store.find('feedback', { _id: id }, 1)) as { author: string }[];
  const [block] = (await store.find(
    'blocks',
    message ? { _id: message.author } : { caseId: id },
    1,
  )) as Block[];
  if (!block) throw new Error(`no block belongs to ${id}`);
  const { _id: subjectId, caseId } = block;
  await noteDeed(store, 'unblock', { caseId, subjectId, nowMs });
  await store.update('persons', subjectId, { blockedAtMs: null });
  await store.remove('blocks', subjectId);
}
