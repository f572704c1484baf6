import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { solvedCounts } from '../shared/domain/counts';
import { mayConfirm, postAfterAnswer, questionAfterAnswer } from '../shared/domain/hand-over';
import { shownToBeThere } from '../shared/domain/post-question';
import { addNews } from '../shared/adapters/news-store';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { count } from '../shared/kernel/counting';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { askedNews } from './contact-news';
import { endContactsOf } from './settle-post';
import { talkView } from './talk/talk-view';
import { thankGiver } from './thank-giver';

/** One tap of the poster: the answer, the portion and the thanks happen together or not at all. */
export const confirmHandOver: OwnerUseCase<typeof contactCalls.confirm, GrantDocument> = async (
  { id, answer },
  _found,
  poster,
  { nowMs, refuse },
) => {
  const { grant, ended } = await writeFor(authorOf(poster, nowMs), async (ordered) => {
    const found = await ordered.read('grants', id);
    if (!found) throw refuse('not-found');
    if (found.posterAnswer !== null) return { grant: found, ended: null };
    if (!mayConfirm(found)) throw refuse('contact-pending');
    const answered = { ...found, posterAnswer: answer };
    const next = { ...answered, questionDueAtMs: questionAfterAnswer(answered, nowMs, campaign.limits) };
    const post = await ordered.read('posts', found.postId);
    const after = post && postAfterAnswer(post, answer, nowMs, campaign.limits);
    const changed = after && shownToBeThere(after, nowMs, campaign.limits);
    if (changed) await ordered.write('posts', changed);
    await ordered.write('grants', next);
    await thankGiver(ordered, found, next, nowMs);
    // Asks the viewer of a spare, who has not said how it went.
    if (next.board === 'spare' && answer !== 'not-given' && next.outcome === null)
      await addNews(ordered, askedNews(next, 'viewer', nowMs));
    return { grant: next, ended: changed && changed.closedAtMs !== null ? changed : null };
  });
  if (ended) {
    count(solvedCounts(ended, nowMs));
    await endContactsOf(ended._id, nowMs);
  }
  return talkView(grant, poster.personId, nowMs);
};
