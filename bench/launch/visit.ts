import { setTimeout as sleep } from 'node:timers/promises';
import { inventResident } from '../../local/people/invented-people';
import { bundledVersion } from '../../miniprogram/data/bundled-campaign';
import type { Calls } from './calls';
import type { Visit } from './visits';

/** What the product acknowledged as written, by collection: all of it must be found after the run. */
export type Acknowledged = Record<'members' | 'posts' | 'grants' | 'reports', string[]>;

/**
 * A visit: five calls of somebody who looks, and those of somebody who takes part. Each call waits for the answer to the one before, as a
 * person does. Answers whether every call was served.
 */
export async function visitOnce(calls: Calls, visit: Visit, acknowledged: Acknowledged): Promise<boolean> {
  const { openid, board, place } = visit;
  const pauses = visit.pauses.values();
  const pause = () => sleep(pauses.next().value);
  const opened = await calls.make(openid, 'open', 'search', 'campaign', { version: bundledVersion });
  const waiting = await calls.make(openid, 'waiting', 'news', 'waiting', {});
  await pause();
  const page = await calls.make(openid, 'board', 'search', 'nearby', { board, place });
  await pause();
  const second = await calls.make(openid, 'board', 'search', 'nearby', {
    board,
    place,
    ...(visit.then !== 'page'
      ? { items: [visit.then.item] }
      : page?.nextCursor && { cursor: page.nextCursor }),
  });
  await pause();
  const id = page?.posts[visit.opened]?.id ?? page?.posts[0]?.id;
  const read = id === undefined ? undefined : await calls.make(openid, 'read', 'posts', 'read', { id });
  const looked = [opened, waiting, page, second, read].every((answer) => answer !== undefined);
  if (visit.takesPart === null) return looked;
  return (await takePart(calls, visit, id, acknowledged, pause)) && looked;
}

async function takePart(
  calls: Calls,
  { openid, takesPart }: Visit,
  postId: string | undefined,
  acknowledged: Acknowledged,
  pause: () => Promise<void>,
): Promise<boolean> {
  await pause();
  const code = await calls.phoneCode(openid);
  if (code === undefined) return false;
  if (!(await calls.make(openid, 'verify', 'identity', 'bindPhone', { code }))) return false;
  await pause();
  const { name, idNumber } = inventResident(openid);
  const self = await calls.make(openid, 'verify', 'identity', 'verify', { name, idNumber, consent: true });
  if (self === undefined) return false;
  acknowledged.members.push(openid);
  await pause();
  if (takesPart?.as === 'publish') {
    const post = await calls.make(openid, 'publish', 'posts', 'publish', takesPart.draft);
    if (post !== undefined) acknowledged.posts.push(post.id);
    return post !== undefined;
  }
  if (postId === undefined) return false;
  // The page of the post loads again, now for a member.
  const post = await calls.make(openid, 'read', 'posts', 'read', { id: postId });
  if (post === undefined) return false;
  if (takesPart?.as === 'contact') {
    const answer = await calls.make(openid, 'contact', 'contact', 'request', { postId });
    if (answer !== undefined) acknowledged.grants.push(answer.contact.id);
    return answer !== undefined;
  }
  const { reportToken: token } = post;
  const answer = await calls.make(openid, 'report', 'moderation', 'report', {
    postId,
    reason: 'not-real',
    token,
  });
  if (answer !== undefined) acknowledged.reports.push(answer.report.id);
  return answer !== undefined;
}
