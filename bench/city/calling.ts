import { whenAwake } from './hours';
import { agree } from './handing-over';
import { isAnswered, isLive, type Contact, type Poster, type World } from './world';

/** A call without an answer is repeated so often. */
const redials = 2;

const sidesOf = ({ by, seeker, donor }: Contact): { caller: Poster; called: Poster } =>
  by === 'seeker' ? { caller: seeker, called: donor } : { caller: donor, called: seeker };

const keyOf = ({ seeker, donor }: Contact): string => `${seeker.plan.name} ${donor.plan.name}`;

/** One call, and what follows from it. */
export async function ring(world: World, contact: Contact, attempt: number): Promise<void> {
  const { queue, draws, values } = world;
  const { caller, called } = sidesOf(contact);
  if (contact.isOver || !isLive(world, caller)) return;
  const key = keyOf(contact);
  if (isAnswered(world, called, key, attempt)) return speak(world, contact);
  if (world.hasMessages && attempt === 0) await say(world, contact);
  if (attempt === redials) return report(world, contact, 'no-answer');
  const share = draws.share(key, 'redials', attempt);
  const later = queue.minute() + values.redial * (2 / 3 + (2 / 3) * share);
  queue.at(whenAwake(values, later, share), `call ${key}`, () => ring(world, contact, attempt + 1));
}

/** A preset sentence instead of the voice; an answer is as good as a call that is answered. */
async function say(world: World, contact: Contact): Promise<void> {
  const { draws, values, queue, phone } = world;
  const { caller } = sidesOf(contact);
  const code = contact.by === 'seeker' ? 'still-there' : 'still-needed';
  const input = { id: contact.id, saying: { kind: 'sentence' as const, code } };
  if (!(await phone.call('contact', 'say', input, caller.openid))) return;
  const key = keyOf(contact);
  if (!draws.happens(values.replies, key, 'replies')) return;
  const later = queue.minute() + draws.around(values.repliesAfter, 0.8, key, 'replies after');
  queue.at(whenAwake(values, later, draws.share(key, 'morning')), `reply ${key}`, () =>
    contact.isOver || !isLive(world, caller) ? undefined : speak(world, contact),
  );
}

/** They speak: a portion is promised, or there is nothing to give or to need any more. */
async function speak(world: World, contact: Contact): Promise<void> {
  contact.isOver = true;
  const { called } = sidesOf(contact);
  if (!isLive(world, called)) return report(world, contact, 'already-gone');
  const key = keyOf(contact);
  if (contact.by === 'donor' && !contact.isCallBack && world.draws.happens(world.values.unfit, key, 'unfit'))
    return;
  agree(world, contact);
}

/** Some report the outcome of a call by themselves. */
async function report(
  { draws, values, phone }: World,
  contact: Contact,
  outcome: 'no-answer' | 'already-gone',
): Promise<void> {
  if (!draws.happens(values.unprompted, keyOf(contact), 'reports')) return;
  const { caller } = sidesOf(contact);
  await phone.call('contact', 'outcome', { id: contact.id, outcome }, caller.openid);
}
