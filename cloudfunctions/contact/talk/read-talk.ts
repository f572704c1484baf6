import type { contactCalls } from '../../shared/contract/contact-calls';
import type { GrantDocument } from '../../shared/contract/documents';
import { sideOf, unreadOf } from '../../shared/domain/talk';
import { writeFor } from '../../shared/adapters/write-for';
import { authorOf } from '../../shared/kernel/actor';
import type { OwnerUseCase } from '../../shared/kernel/procedure';
import { saidNews } from '../contact-news';
import { talkView } from './talk-view';

/** Answers what was said, and notes that this side has read it. A page that asks again and again writes nothing. */
export const readTalk: OwnerUseCase<typeof contactCalls.talk, GrantDocument> = async (
  { id },
  found,
  reader,
  { nowMs },
) => {
  const side = sideOf(found, reader.personId);
  if (side !== null && unreadOf(found, side) > 0)
    await writeFor(authorOf(reader, nowMs), async ({ read, write, alsoFor }) => {
      const grant = await read('grants', id);
      const last = grant?.said.at(-1);
      if (!grant || !last) return;
      await alsoFor(side === 'viewer' ? grant.posterId : grant.viewerId);
      const news = await read('news', saidNews(grant, side, nowMs)._id);
      if (news) await write('news', { ...news, readAtMs: nowMs });
      await write('grants', { ...grant, readAtMs: { ...grant.readAtMs, [side]: last.atMs } });
    });
  return talkView(found, reader.personId, nowMs);
};
