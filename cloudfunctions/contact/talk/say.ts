import type { contactCalls } from '../../shared/contract/contact-calls';
import type { GrantDocument } from '../../shared/contract/documents';
import { isUnended } from '../../shared/domain/post-life';
import { isRefused } from '../../shared/domain/refusals';
import { decideSaying, sideOf } from '../../shared/domain/talk';
import { addNews } from '../../shared/adapters/news-store';
import { writeFor } from '../../shared/adapters/write-for';
import { authorOf } from '../../shared/kernel/actor';
import { campaign } from '../../shared/kernel/campaign';
import { pairIdOf } from '../../shared/kernel/moderation-hashes';
import type { OwnerUseCase } from '../../shared/kernel/procedure';
import { saidNews } from '../contact-news';
import { talkView } from './talk-view';

/** A side that says something has read everything before it. */
export const say: OwnerUseCase<typeof contactCalls.say, GrantDocument> = async (
  { id, saying },
  _found,
  speaker,
  { nowMs, refuse },
) => {
  const grant = await writeFor(authorOf(speaker, nowMs), async (ordered) => {
    const found = await ordered.read('grants', id);
    const side = found && sideOf(found, speaker.personId);
    if (!found || !side) throw refuse('not-found');
    const post = await ordered.read('posts', found.postId);
    const isPostOpen = post !== null && isUnended(post, nowMs);
    const decided = decideSaying(found, { side, saying, isPostOpen }, nowMs, campaign);
    if (decided.decision === 'refuse') throw refuse(decided.reason);
    if (decided.decision === 'already') return found;
    // The other side may be blocked, which this one must not learn.
    const other = side === 'viewer' ? 'poster' : 'viewer';
    const otherId = found[`${other}Id`];
    const otherPerson = await ordered.read('persons', otherId);
    if (otherPerson?.blockedAtMs) throw refuse('contact-ended');
    const poster = side === 'viewer' ? otherPerson : ordered.person;
    if (poster && isRefused(poster, pairIdOf(found.posterId, found.viewerId), campaign.limits, nowMs))
      throw refuse('contact-ended');
    await ordered.alsoFor(otherId);
    const next = {
      ...found,
      said: decided.said,
      readAtMs: { ...found.readAtMs, [side]: decided.said.at(-1)?.atMs ?? nowMs },
    };
    await ordered.write('grants', next);
    await addNews(ordered, saidNews(next, other, nowMs));
    return next;
  });
  return talkView(grant, speaker.personId, nowMs);
};
