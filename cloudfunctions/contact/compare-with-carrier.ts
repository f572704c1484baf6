import type { ComparisonDocument, GrantDocument } from '../shared/contract/documents';
import { saveComparison, settleDoubt } from '../shared/adapters/comparison-store';
import { grantsOnNumbers, intendedGrants } from '../shared/adapters/grant-store';
import type { BindingName } from '../shared/adapters/masked-numbers';
import { carrier, noteRefusal } from './carrier';
import { endGrant } from './end-grant';
import type { Patience } from './in-time';
import { findPhones } from './phones';
import type { SweepReport } from './sweep-report';

/** How often the lists are compared without a doubt: while numbers are bound, and while none is. */
const everyMs = { open: 10 * 60_000, idle: 60 * 60_000 };
/** Numbers that are asked about at a time, and at most in one run. */
const atOnce = 8;
const numbersPerRun = 400;

interface Occasion {
  isAnythingOpen: boolean;
  nowMs: number;
  patience: Patience;
}

/**
 * Goes on comparing what the carrier has bound with our grants, number by number, if it is time to: what the carrier
 * has and we have not goes back, what we have and it has not is over. A comparison that began after the last doubt
 * and met nothing that it could not settle takes the doubt away.
 */
export async function compareWithCarrier(
  comparison: ComparisonDocument,
  report: SweepReport,
  occasion: Occasion,
): Promise<void> {
  if (!isDue(comparison, occasion)) return;
  const { nowMs, patience } = occasion;
  const { numbers } = carrier();
  const isNew = comparison.next === 0;
  const startedAtMs = isNew ? nowMs : comparison.startedAtMs;
  const start = isNew ? 0 : Math.min(comparison.next, numbers.length);
  let isClean = isNew || comparison.isClean;
  let next = start;
  while (next < Math.min(numbers.length, start + numbersPerRun) && !patience.isOver()) {
    const outcome = await compareNumbers(numbers.slice(next, next + atOnce), report, occasion);
    if (outcome === 'silent') break;
    if (outcome === 'unsettled') isClean = false;
    next += atOnce;
  }
  if (next < numbers.length) {
    report.left += 1;
    return saveComparison({ startedAtMs, next, isClean });
  }
  await saveComparison({
    startedAtMs,
    next: 0,
    isClean: true,
    ...(isClean && { comparedAtMs: startedAtMs }),
  });
  if (isClean) await settleDoubt(startedAtMs);
}

function isDue({ doubtUntilMs, next, comparedAtMs }: ComparisonDocument, occasion: Occasion): boolean {
  const pauseMs = occasion.isAnythingOpen ? everyMs.open : everyMs.idle;
  return doubtUntilMs > 0 || next > 0 || comparedAtMs + pauseMs <= occasion.nowMs;
}

/**
 * Compares some numbers. The carrier's list is read first, then the tries in hand, then our grants: a number on the
 * first is then in somebody's hands, or on ours, or nobody's.
 */
async function compareNumbers(
  numbers: readonly string[],
  report: SweepReport,
  { nowMs }: Occasion,
): Promise<'settled' | 'unsettled' | 'silent'> {
  const lists = await Promise.all(numbers.map((number) => carrier().list(number)));
  const listed = lists.flatMap((list) => (list.kind === 'listed' ? list.names : []));
  const refusals = new Set(lists.flatMap((list) => (list.kind === 'listed' ? [] : [list.code])));
  for (const code of refusals) noteRefusal('', code);
  const intents = listed.length > 0 ? await intendedGrants() : [];
  const grants = await grantsOnNumbers(numbers);
  const ours = new Set(grants.flatMap(({ binding }) => (binding ? [nameOf(binding)] : [])));
  const strangers = listed.filter((name) => !ours.has(nameOf(name)));
  const inHand = strangers.length > 0 ? await pairsOf(intents) : new Set<string>();
  let isSettled = true;
  for (const stranger of strangers) {
    if (await giveBack(stranger, inHand)) report.unbound += 1;
    else {
      isSettled = false;
      report.left += 1;
    }
  }
  if (lists.some(({ kind }) => kind === 'silent')) return 'silent';
  const theirs = new Set(listed.map(nameOf));
  for (const grant of grants)
    if (await isLost(grant, theirs)) if (await endGrant(grant, 'expired', nowMs)) report.ended += 1;
  return isSettled ? 'settled' : 'unsettled';
}

/** Unbinds a number that is nobody's; one between phones for which a try is in hand may be that try's. */
async function giveBack(stranger: BindingName, inHand: ReadonlySet<string>): Promise<boolean> {
  if (inHand.size > 0) {
    const found = await carrier().look(stranger);
    if (found === 'gone') return true;
    if (found === 'unknown' || inHand.has(pairOf(...found.phones))) return false;
  }
  return (await carrier().unbind(stranger)) === 'unbound';
}

/** The pairs of phones for which somebody is at the carrier. */
async function pairsOf(intents: readonly GrantDocument[]): Promise<Set<string>> {
  const pairs = new Set<string>();
  for (const grant of intents) {
    const phones = await findPhones(grant);
    if (phones) pairs.add(pairOf(phones.viewer, phones.poster));
  }
  return pairs;
}

/** Whether the carrier has dropped a number that we count on. Asked by name: the list is older than the grant may be. */
async function isLost({ state, binding }: GrantDocument, theirs: ReadonlySet<string>): Promise<boolean> {
  if (state !== 'bound' || !binding || theirs.has(nameOf(binding))) return false;
  return (await carrier().look(binding)) === 'gone';
}

const nameOf = ({ number, subscriptionId }: BindingName): string => `${number} ${subscriptionId}`;
const pairOf = (a: string, b: string | null): string => [a, b ?? ''].sort().join(' ');
