import type { ComparisonDocument, GrantDocument } from '../../shared/contract/documents';
import { saveComparison, settleDoubt } from '../../shared/adapters/comparison-store';
import { grantsOnNumbers, intendedGrants } from '../../shared/adapters/grant-store';
import type { BindingName } from '../../shared/adapters/masked-numbers';
import { numbersAfter } from '../../shared/adapters/number-store';
import type { Failures } from '../../shared/kernel/failures';
import { carrier, noteNoNumbers, noteRefusal } from '../binding/carrier';
import { endGrant } from '../binding/end-grant';
import { findPhones } from '../binding/phones';
import type { Patience } from './patience';
import type { SweepReport } from './sweep-report';

/** How often the lists are compared without a doubt: the first interval while numbers are bound, the second while none are. */
const everyMs = { open: 10 * 60_000, idle: 60 * 60_000 };
/** The numbers of which the carrier is asked at a time, and those that are read from our list at a time. */
const atOnce = 8;
const pageSize = 400;

interface Occasion {
  isAnythingOpen: boolean;
  nowMs: number;
  patience: Patience;
  failures: Failures;
}

/**
 * Compares the carrier's bindings with our grants, number by number, when it is time to. A binding without a grant is
 * given back; a grant whose binding the carrier has dropped is over. A comparison that began after the last doubt and
 * settled everything it met removes the doubt.
 */
export async function compareWithCarrier(
  comparison: ComparisonDocument,
  report: SweepReport,
  occasion: Occasion,
): Promise<void> {
  if (!isDue(comparison, occasion)) return;
  const { nowMs, patience, failures } = occasion;
  const isNew = comparison.after === '';
  const startedAtMs = isNew ? nowMs : comparison.startedAtMs;
  let isClean = isNew || comparison.isClean;
  let { after } = comparison;
  for (;;) {
    const page = await numbersAfter(after, pageSize);
    // Without a list nothing is compared, so no doubt may be settled.
    if (page.length === 0 && after === '') return noteNoNumbers();
    for (let start = 0; start < page.length; start += atOnce) {
      const compared = page.slice(start, start + atOnce);
      const outcome = patience.isOver()
        ? 'silent'
        : await failures.attempt(() => compareNumbers(compared, report, occasion));
      if (outcome === 'silent') {
        report.left += 1;
        return saveComparison({ startedAtMs, after, isClean });
      }
      if (outcome !== 'settled') isClean = false;
      after = compared.at(-1) ?? after;
    }
    if (page.length < pageSize) break;
  }
  await saveComparison({
    startedAtMs,
    after: '',
    isClean: true,
    ...(isClean && { comparedAtMs: startedAtMs }),
  });
  if (isClean) await settleDoubt(startedAtMs);
}

function isDue({ doubtUntilMs, after, comparedAtMs }: ComparisonDocument, occasion: Occasion): boolean {
  const pauseMs = occasion.isAnythingOpen ? everyMs.open : everyMs.idle;
  return doubtUntilMs > 0 || after !== '' || comparedAtMs + pauseMs <= occasion.nowMs;
}

/**
 * Compares some numbers. The carrier's list is read first, then the tries in progress, then our grants. So a binding on
 * the first list belongs to a try, to a grant, or to neither.
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
  const underWay = strangers.length > 0 ? await pairsOf(intents) : new Set<string>();
  let isSettled = true;
  for (const stranger of strangers) {
    if (await giveBack(stranger, underWay)) report.unbound += 1;
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

/**
 * Unbinds numbers without a grant, except between two phones for which a try is in progress, because they may belong to
 * that try.
 */
async function giveBack(stranger: BindingName, underWay: ReadonlySet<string>): Promise<boolean> {
  if (underWay.size > 0) {
    const found = await carrier().describe(stranger);
    if (found === 'gone') return true;
    if (found === 'unknown' || underWay.has(pairOf(...found.phones))) return false;
  }
  return (await carrier().unbind(stranger)) === 'unbound';
}

/** The pairs of phones for which a try is in progress. */
async function pairsOf(intents: readonly GrantDocument[]): Promise<Set<string>> {
  const pairs = new Set<string>();
  for (const grant of intents) {
    const phones = await findPhones(grant);
    if (phones) pairs.add(pairOf(phones.viewer, phones.poster));
  }
  return pairs;
}

/**
 * Whether the carrier has dropped a number that we count on. Each number is asked for by name, because the grant may be
 * younger than the list.
 */
async function isLost({ state, binding }: GrantDocument, theirs: ReadonlySet<string>): Promise<boolean> {
  if (state !== 'bound' || !binding || theirs.has(nameOf(binding))) return false;
  return (await carrier().describe(binding)) === 'gone';
}

const nameOf = ({ number, subscriptionId }: BindingName): string => `${number} ${subscriptionId}`;
const pairOf = (a: string, b: string | null): string => [a, b ?? ''].sort().join(' ');
