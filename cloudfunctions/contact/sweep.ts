import type { GrantDocument } from '../shared/contract/documents';
import { isLeased, openStates, type EndReason } from '../shared/domain/grant';
import { blockedAmong, grantsIn, publishedAmong } from '../shared/adapters/grant-store';
import type { BindingName, CarrierBinding, MaskedNumbers } from '../shared/adapters/masked-numbers';
import { commit } from './bind-intended';
import { carrier } from './carrier';
import { endGrant, finishEnding } from './end-grant';
import { findPhones } from './phones';
import { undoIntent } from './undo-intent';

/** What a sweep did; `left` is what it could not settle and leaves to the next one. */
export interface SweepReport {
  finished: number;
  undone: number;
  ended: number;
  unbound: number;
  left: number;
}

/**
 * Finishes or undoes what was cut short, ends what is over, and compares our list with the carrier's. May be cut short
 * itself, and may run beside itself and everything else: each step is conditional on what it saw.
 *
 * The carrier's list is read before ours. A number on the first is then recorded in the second: bound, or intended and
 * still in somebody's hands; or else it belongs to a try that was given up, and goes back.
 */
export async function sweep(nowMs: number): Promise<SweepReport> {
  const report: SweepReport = { finished: 0, undone: 0, ended: 0, unbound: 0, left: 0 };
  const numbers = carrier();
  const listed = await numbers.list();
  const open = await grantsIn(openStates);

  const lapsed = open.filter((grant) => grant.state === 'intended' && !isLeased(grant, nowMs));
  if (listed === null) report.left += lapsed.length + 1;
  else await settleIntents(lapsed, await lookAtStrangers(numbers, listed, open), report, nowMs);

  const reasons = await reasonsToEnd(open, nowMs);
  for (const grant of open) {
    const reason = reasons.get(grant._id);
    if (grant.state === 'ending' && !isLeased(grant, nowMs)) count(report, await finishEnding(grant, nowMs));
    else if (grant.state === 'bound' && reason) count(report, await endGrant(grant, reason, nowMs));
    else if (grant.state === 'bound' && listed && (await isLost(numbers, grant, listed)))
      count(report, await endGrant(grant, 'expired', nowMs));
  }
  return report;
}

function count(report: SweepReport, isEnded: boolean): void {
  if (isEnded) report.ended += 1;
  else report.left += 1;
}

/**
 * A number that the carrier has bound and no bound grant of ours names. `owners` are the intents that it may be for:
 * all between the same two phones, for the carrier does not tell which try it came from.
 */
type Stranger = CarrierBinding & { owners: GrantDocument[] };

async function lookAtStrangers(
  numbers: MaskedNumbers,
  listed: readonly BindingName[],
  open: readonly GrantDocument[],
): Promise<Stranger[]> {
  const ours = new Set(open.flatMap(({ binding }) => (binding ? [nameOf(binding)] : [])));
  const unknown = listed.filter((name) => !ours.has(nameOf(name)));
  if (unknown.length === 0) return [];
  const intents = new Map<string, GrantDocument[]>();
  for (const grant of open.filter(({ state }) => state === 'intended')) {
    const phones = await findPhones(grant);
    if (!phones) continue;
    const pair = pairOf(phones.viewer, phones.poster);
    intents.set(pair, [...(intents.get(pair) ?? []), grant]);
  }
  const strangers: Stranger[] = [];
  for (const name of unknown) {
    const found = await numbers.look(name);
    if (found === 'gone' || found === 'unknown') continue;
    strangers.push({ ...found, owners: intents.get(pairOf(...found.phones)) ?? [] });
  }
  return strangers;
}

const nameOf = ({ number, subscriptionId }: BindingName): string => `${number} ${subscriptionId}`;
const pairOf = (a: string, b: string | null): string => [a, b ?? ''].sort().join(' ');

/** Tries whose makers are gone: each finished when the carrier did its part, else undone. */
async function settleIntents(
  intents: readonly GrantDocument[],
  strangers: readonly Stranger[],
  report: SweepReport,
  nowMs: number,
): Promise<void> {
  const adopted = new Set<Stranger>();
  for (const grant of intents) {
    const found = strangers.find((each) => !adopted.has(each) && each.owners.includes(grant));
    // Somebody else's try between the same phones is still in hand: the number may be for either.
    if (found?.owners.some((owner) => isLeased(owner, nowMs))) {
      report.left += 1;
    } else if (found) {
      adopted.add(found);
      const { number, extension, subscriptionId } = found;
      if ((await commit(grant, { number, extension, subscriptionId }, nowMs)).kind === 'bound')
        report.finished += 1;
    } else if ((await undoIntent(grant, { asCallBack: false, nowMs })).kind !== 'overtaken') {
      report.undone += 1;
    }
  }
  for (const stranger of strangers) {
    if (adopted.has(stranger) || stranger.owners.some((owner) => isLeased(owner, nowMs))) continue;
    if ((await carrier().unbind(stranger)) === 'unbound') report.unbound += 1;
    else report.left += 1;
  }
}

/** Why bound grants are over, by id; the others are not in the answer. */
async function reasonsToEnd(open: readonly GrantDocument[], nowMs: number): Promise<Map<string, EndReason>> {
  const bound = open.filter(({ state }) => state === 'bound');
  const [published, blocked] = await Promise.all([
    publishedAmong(
      bound.map(({ postId }) => postId),
      nowMs,
    ),
    blockedAmong(bound.flatMap(({ viewerId, posterId }) => [viewerId, posterId])),
  ]);
  const reasons = new Map<string, EndReason>();
  for (const { _id, postId, viewerId, posterId, expiresAtMs, endReason } of bound) {
    if (endReason !== null) reasons.set(_id, endReason);
    else if (expiresAtMs !== null && expiresAtMs <= nowMs) reasons.set(_id, 'expired');
    else if (!published.has(postId)) reasons.set(_id, 'post-closed');
    else if (blocked.has(viewerId) || blocked.has(posterId)) reasons.set(_id, 'blocked');
  }
  return reasons;
}

/** Whether the carrier has dropped a number that we count on. Asked again by name: the list is older than the grant may be. */
async function isLost(
  numbers: MaskedNumbers,
  { binding }: GrantDocument,
  listed: readonly BindingName[],
): Promise<boolean> {
  if (!binding || listed.some((name) => nameOf(name) === nameOf(binding))) return false;
  return (await numbers.look(binding)) === 'gone';
}
