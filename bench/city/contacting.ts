import { ring } from './calling';
import { isLive, isWaiting, type Contact, type Donor, type Poster, type Seeker, type World } from './world';
import { searchBoard } from './searching';
import type { Way } from './tally';

/** Calls that a person makes in one visit. */
const mostCalls = 4;

/** A seeker looks at the spares and calls some. */
export async function callSpares(world: World, seeker: Seeker): Promise<void> {
  const { item, home, name } = seeker.plan;
  const { draws, values } = world;
  let calls = 0;
  for (const { id, km, isResting } of await searchBoard(world, {
    board: 'spare',
    item,
    home,
    openid: seeker.openid,
  })) {
    if (calls === mostCalls || !isWaiting(world, seeker)) return;
    const donor = world.byPost.get(id);
    if (donor?.kind !== 'donor') continue;
    const chance = values.calls * Math.exp(-km / 3) * (isResting ? values.callsResting : 1);
    const willCall = draws.happens(chance, name, 'calls', donor.plan.name);
    // One that is passed over because it may be gone is looked at again when its owner has answered.
    if (isResting && !willCall) continue;
    if (isDecided(world, seeker, donor) || !willCall) continue;
    if (await contact(world, { by: 'seeker', seeker, donor }, 'board')) calls += 1;
  }
}

/** A donor looks at the needs and calls the first ones while there is something to give. */
export async function callNeeds(world: World, donor: Donor): Promise<void> {
  const { item, home } = donor.plan;
  const { draws, values } = world;
  let calls = 0;
  for (const { id, isResting } of await searchBoard(world, {
    board: 'need',
    item,
    home,
    openid: donor.openid,
  })) {
    if (calls === mostCalls || donor.stock === 0) return;
    const seeker = world.byPost.get(id);
    if (seeker?.kind !== 'seeker') continue;
    if (isResting && !draws.happens(values.callsResting, donor.plan.name, 'calls', seeker.plan.name))
      continue;
    if (isDecided(world, seeker, donor)) continue;
    if (await contact(world, { by: 'donor', seeker, donor }, 'board')) calls += 1;
  }
}

/** Somebody reads a message, or news, of a post that fits, and may call. */
export async function callMatch(world: World, reader: Poster, postId: string): Promise<void> {
  const other = world.byPost.get(postId);
  if (!other || other.kind === reader.kind) return;
  const pair = reader.kind === 'seeker' ? { seeker: reader, donor: other as Donor } : null;
  const { seeker, donor } = pair ?? { seeker: other as Seeker, donor: reader as Donor };
  if (!isLive(world, reader) || isCalled(world, seeker, donor)) return;
  if (!world.draws.happens(world.values.acts, reader.plan.name, 'acts', postId)) return;
  await contact(world, { by: reader.kind, seeker, donor }, 'match');
}

const pairOf = (seeker: Seeker, donor: Donor): string => `${seeker.plan.name} ${donor.plan.name}`;

const isCalled = ({ decided }: World, seeker: Seeker, donor: Donor): boolean =>
  decided.has(`called ${pairOf(seeker, donor)}`);

/** Whether this pair has been decided about; from now on it has. */
function isDecided({ decided }: World, seeker: Seeker, donor: Donor): boolean {
  const pair = pairOf(seeker, donor);
  if (decided.has(pair) || decided.has(`called ${pair}`)) return true;
  decided.add(pair);
  return false;
}

/** Opens the post, asks for the number and calls. @returns whether there was a number */
async function contact(
  world: World,
  { by, seeker, donor }: Pick<Contact, 'by' | 'seeker' | 'donor'>,
  from: 'board' | 'match',
): Promise<boolean> {
  const { phone } = world;
  const [caller, called] = by === 'seeker' ? [seeker, donor] : [donor, seeker];
  if (called.postId === null) return false;
  if (!(await phone.call('posts', 'read', { id: called.postId }, caller.openid))) return false;
  const forWhom = { groups: seeker.plan.groups, ill: null };
  const input = { postId: called.postId, ...(by === 'seeker' && { forWhom }) };
  const answer = await phone.call('contact', 'request', input, caller.openid);
  if (!answer) return false;
  const made: Contact = { id: answer.contact.id, by, seeker, donor, isOver: false, isHandedOver: false };
  world.contacts.set(made.id, made);
  if (answer.contact.state !== 'open') return false;
  world.decided.add(`called ${pairOf(seeker, donor)}`);
  countContact(world, made, `${by} ${from}`);
  if (world.hasMessages && caller.plan.accepts) await phone.acceptMessages(caller.openid);
  await ring(world, made, 0);
  return true;
}

/** A donor who reads that somebody waits to be called back calls, if something is left. */
export async function callBack(world: World, asked: Contact): Promise<void> {
  const { phone, decided } = world;
  const { seeker, donor } = asked;
  if (donor.stock === 0 || isCalled(world, seeker, donor)) return;
  const answer = await phone.call('contact', 'answerCallBack', { id: asked.id }, donor.openid);
  if (answer?.caller.state !== 'open') return;
  decided.add(`called ${pairOf(seeker, donor)}`);
  const made: Contact = { ...asked, by: 'donor', isCallBack: true };
  world.contacts.set(made.id, made);
  countContact(world, made, 'donor match');
  await ring(world, made, 0);
}

/** A seeker who asked to be called back reads that there is some, and calls, because it is wanted still. */
export async function callAtLast(world: World, { seeker, donor }: Contact): Promise<void> {
  if (isWaiting(world, seeker) && !isCalled(world, seeker, donor))
    await contact(world, { by: 'seeker', seeker, donor }, 'match');
}

/** A contact that reaches the other side's post, or the need for which a call back was asked. */
function countContact(world: World, { by, seeker, donor }: Contact, kind: Way): void {
  const { queue, counts } = world;
  const way = counts.byWay[kind];
  counts.contacts += 1;
  way.contacts += 1;
  seeker.contactAt ??= queue.minute();
  if (!isLive(world, by === 'seeker' ? donor : seeker)) return;
  counts.live += 1;
  way.live += 1;
  seeker.liveContactAt ??= queue.minute();
}
