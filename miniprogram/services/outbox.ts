import type { Outcome } from '../../cloudfunctions/shared/contract/outcome';
import type { DraftBoard, PlacedDraft } from '../model/draft';
import type { WaitingPost } from '../model/waiting-post';
import { toCallError } from './call-error';
import { reportOutcome } from './contacts';
import { isWithoutAnswer } from './kept-answers';
import { publishPost } from './publish-post';
import { say } from '../facts/words/say';

const postsKey = 'outbox.posts';
const outcomesKey = 'outbox.outcomes';

type WaitingOutcomes = Record<string, Outcome>;

const retryMs = 30_000;
let sending: Promise<void> | undefined;
let later: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Posts that wait for a network, the oldest first. */
export const waitingPosts = (): WaitingPost[] => stored<WaitingPost[]>(postsKey) ?? [];

/** The outcome of this contact that waits for a network; undefined without one. */
export const waitingOutcome = (contactId: string): Outcome | undefined =>
  stored<WaitingOutcomes>(outcomesKey)?.[contactId];

/** The form leaves its page and waits here. It is sent automatically when the network is back, or the service less busy. */
export function queuePost(board: DraftBoard, draft: PlacedDraft): void {
  const others = waitingPosts().filter((post) => post.draft.clientToken !== draft.clientToken);
  storePosts([...others, { board, draft, refusal: '' }]);
  sendLater();
}

export function queueOutcome(contactId: string, outcome: Outcome): void {
  wx.setStorageSync(outcomesKey, { ...stored<WaitingOutcomes>(outcomesKey), [contactId]: outcome });
  announce();
  sendLater();
}

/** Removes a post without sending it. */
export function takeBack(clientToken: string): void {
  storePosts(waitingPosts().filter(({ draft }) => draft.clientToken !== clientToken));
}

/** Calls `listener` whenever the waiting posts or outcomes have changed. Returns a function that ends this. */
export function onOutboxChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Sends everything that waits, each once. Without a network it keeps waiting; a refusal by the cloud keeps its reason.
 */
export function sendWaiting(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

/** From now on waiting posts are sent when the network is back, and when the program shows. */
export function watchNetwork(): void {
  wx.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) void sendWaiting();
  });
  wx.onAppShow(() => void sendWaiting());
  void sendWaiting();
}

async function sendAll(): Promise<void> {
  for (const [id, outcome] of Object.entries(stored<WaitingOutcomes>(outcomesKey) ?? {}))
    if (!(await settled(() => reportOutcome(id, outcome)))) return sendLater();
    else dropOutcome(id);
  for (const post of waitingPosts().filter(({ refusal }) => refusal === '')) {
    const { clientToken } = post.draft;
    const answer = await settled(() => publishPost(post.board, post.draft));
    if (!answer) return sendLater();
    if (answer.refusal === '') takeBack(clientToken);
    else
      storePosts(
        waitingPosts().map((waiting) =>
          waiting.draft.clientToken === clientToken ? { ...waiting, refusal: answer.refusal } : waiting,
        ),
      );
    const title = answer.refusal === '' ? say('等待的信息已经发出') : say('有一条信息没有发出去');
    void wx.showToast({ title, icon: 'none' });
  }
}

/** The network may be back unnoticed, or have been there all the time while the service was overloaded. */
function sendLater(): void {
  clearTimeout(later);
  // Those who were refused together should not come back together.
  later = setTimeout(() => void sendWaiting(), retryMs * (1 + Math.random()));
}

/** The cloud's objection, empty when it accepted the call; null when no answer came. */
async function settled(send: () => Promise<unknown>): Promise<{ refusal: string } | null> {
  try {
    await send();
    return { refusal: '' };
  } catch (thrown) {
    return isWithoutAnswer(thrown) ? null : { refusal: toCallError(thrown).message };
  }
}

function dropOutcome(contactId: string): void {
  const outcomes = Object.entries(stored<WaitingOutcomes>(outcomesKey) ?? {});
  wx.setStorageSync(outcomesKey, Object.fromEntries(outcomes.filter(([id]) => id !== contactId)));
  announce();
}

function storePosts(posts: WaitingPost[]): void {
  wx.setStorageSync(postsKey, posts);
  announce();
}

function announce(): void {
  for (const listener of [...listeners]) listener();
}

function stored<Value>(key: string): Value | undefined {
  const value: Value | '' = wx.getStorageSync(key);
  return value === '' ? undefined : value;
}
