import type { Contact, Donor, Seeker, World } from './world';

/** A portion is kept for the seeker and, unless one side does not come, in hand after a while. */
export function agree(world: World, contact: Contact): void {
  const { draws, values, queue, counts } = world;
  const { seeker, donor } = contact;
  const key = `${seeker.plan.name} ${donor.plan.name}`;
  donor.stock -= 1;
  seeker.isPromised = true;
  const later = queue.minute() + draws.around(values.handOver, 0.5, key, 'hand-over');
  const fails = draws.happens(values.noShow, key, 'no-show');
  queue.at(later, `hand-over ${key}`, () => {
    seeker.isPromised = false;
    if (!fails) return handOver(world, contact);
    counts.noShows += 1;
    if (queue.minute() < donor.plan.goesAt) donor.stock += 1;
  });
}

async function handOver(world: World, contact: Contact): Promise<void> {
  const { draws, values, queue, counts, phone } = world;
  const { id, by, seeker, donor } = contact;
  contact.isHandedOver = true;
  counts.handOvers += 1;
  seeker.helpedAt = queue.minute();
  if (draws.happens(values.unprompted, seeker.plan.name, 'reports'))
    await (by === 'seeker'
      ? phone.call('contact', 'outcome', { id, outcome: 'received' }, seeker.openid)
      : phone.call('contact', 'confirm', { id, answer: 'given' }, seeker.openid));
  if (!draws.happens(values.leftOpen, seeker.plan.name, 'left open'))
    await closeNeed(world, seeker, 'solved');
  if (!draws.happens(values.leftOpen, donor.plan.name, 'left open')) await countPortion(world, donor);
}

export async function closeNeed(
  { phone }: World,
  seeker: Seeker,
  how: NonNullable<Seeker['closed']>,
): Promise<void> {
  if (seeker.postId === null || seeker.closed !== null) return;
  const call = how === 'solved' ? 'fulfil' : 'withdraw';
  if (await phone.call('posts', call, { id: seeker.postId }, seeker.openid)) seeker.closed = how;
}

/** The donor marks one portion of the own post as given; the last one closes it. */
async function countPortion({ phone }: World, { postId, openid }: Donor): Promise<void> {
  if (postId === null) return;
  const post = await phone.call('posts', 'read', { id: postId }, openid);
  const left = post?.portions?.left ?? 0;
  if (!post?.can.give || left === 0) return;
  await phone.call('posts', 'give', { id: postId, leftBefore: left, leftAfter: left - 1 }, openid);
}

/** What is left is given to others; some close their post then. */
export async function runOut(world: World, donor: Donor): Promise<void> {
  donor.stock = 0;
  if (!world.draws.happens(world.values.leftOpen, donor.plan.name, 'left open'))
    await closeSpare(world, donor);
}

export async function closeSpare({ phone }: World, { postId, openid }: Donor): Promise<void> {
  const post = postId === null ? null : await phone.call('posts', 'read', { id: postId }, openid);
  if (post?.can.fulfil) await phone.call('posts', 'fulfil', { id: post.id }, openid);
}
