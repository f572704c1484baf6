import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { callNeeds, callSpares } from './contacting';
import { closeNeed, runOut } from './handing-over';
import { whenAwake } from './hours';
import { readInbox } from './inbox';
import { items, type ItemCode, type Visitor } from './people';
import { isWaiting, openidOf, placeOf, type Donor, type Poster, type Seeker, type World } from './world';

/** What a seeker does from the need to its end. */
export function liveAsSeeker(world: World, seeker: Seeker): void {
  const { queue, draws, values } = world;
  const { name, at, givesUpAt } = seeker.plan;
  queue.at(at, `arrives ${name}`, async () => {
    const { groups, item, home } = seeker.plan;
    const form = { groups, items: [portionOf(item)], note: '', place: placeOf(home) };
    await publish(world, seeker, aDraft('need', { ...form, clientToken: tokenOf(name) }));
    await visit(world, seeker, 0);
  });
  queue.at(givesUpAt, `gives up ${name}`, () =>
    seeker.helpedAt === null && !seeker.isPromised && !draws.happens(values.leftOpen, name, 'left open')
      ? closeNeed(world, seeker, 'withdrawn')
      : undefined,
  );
}

/** A seeker opens the program: the inbox, then the spares. Somebody who still waits comes again later. */
async function visit(world: World, seeker: Seeker, count: number): Promise<void> {
  const { queue, draws, values, hasMessages } = world;
  const { name, givesUpAt } = seeker.plan;
  if (seeker.helpedAt !== null || queue.minute() >= givesUpAt) return;
  if (hasMessages && count > 0) await readInbox(world, seeker);
  if (isWaiting(world, seeker)) await callSpares(world, seeker);
  const later = queue.minute() + draws.around(values.looksAgain, 0.8, name, 'looks again', count);
  queue.at(whenAwake(values, later, draws.share(name, 'morning', count)), `visits ${name}`, () =>
    visit(world, seeker, count + 1),
  );
}

/** What a donor does, until what is left is gone. */
export function liveAsDonor(world: World, donor: Donor): void {
  const { queue, hasMessages, phone } = world;
  const { name, at, item, home, portions, goesAt, readsNeeds, wantsNeeds } = donor.plan;
  queue.at(at, `arrives ${name}`, async () => {
    const offered = { ...portionOf(item), ...(isMedicine(item) && medicineFields) };
    const form = { items: [offered], portions, note: '', place: placeOf(home) };
    await publish(world, donor, aDraft('spare', { ...form, clientToken: tokenOf(name) }));
    const alert = { board: 'need' as const, items: [item], place: placeOf(home) };
    if (hasMessages && wantsNeeds) await phone.call('news', 'setAlert', alert, donor.openid);
    if (readsNeeds) await callNeeds(world, donor);
  });
  queue.at(goesAt, `runs out ${name}`, () => runOut(world, donor));
}

/** Somebody without a post looks at both boards, and opens every second time what is first. */
export function liveAsVisitor({ queue, draws, phone }: World, { name, at, home }: Visitor): void {
  const openid = openidOf(name);
  queue.at(at, `visits ${name}`, async () => {
    for (const board of ['need', 'spare'] as const) {
      const input = {
        board,
        items: [],
        groups: [],
        place: placeOf(home),
        sort: 'distance' as const,
        pageSize: 20,
      };
      const page = await phone.call('search', 'nearby', input, openid);
      const first = page?.posts[0];
      if (first && draws.happens(0.5, name, 'opens', board))
        await phone.call('posts', 'read', { id: first.id }, openid);
    }
  });
}

async function publish(world: World, poster: Poster, draft: ReturnType<typeof aDraft>): Promise<void> {
  const { phone, byPost, hasMessages } = world;
  if (hasMessages && poster.plan.accepts) await phone.acceptMessages(poster.openid);
  const post = await phone.call('posts', 'publish', draft, poster.openid);
  if (!post) throw new Error(`${poster.plan.name} could not publish`);
  poster.postId = post.id;
  byPost.set(post.id, poster);
}

const tokenOf = (name: string): string => `form-of-${name}`.padEnd(16, '-');

function portionOf(code: ItemCode) {
  const { quantity, unit } = items.find((item) => item.code === code) ?? items[0];
  return { code, quantity, unit };
}

const isMedicine = (code: ItemCode): boolean => code !== 'antigen-test';
const medicineFields = { expiresOn: '2032-05', packaging: 'opened-blister' } as const;
