import type { ReviewDocument } from '../../cloudfunctions/shared/contract/moderation-documents';
import { byUrgency, claimMs, lanes, mayClaim } from '../../cloudfunctions/shared/domain/queue';
import { shuffledRandom, type Random } from './random';

/** One day of the boards and the people who look after them. */
export interface Day {
  /** Posts in an hour, on both boards: 480,000 a day are 20,000 in each, so that every hour is the peak. */
  postsAnHour: number;
  /** The share of posts that wait for a volunteer. */
  doubtfulShare: number;
  volunteers: number;
  shiftHours: number;
  /** The least and the most decisions of a volunteer in an hour. */
  pace: readonly [number, number];
  /** The share of claimed items whose volunteer vanishes, for an hour; the item waits five minutes. */
  vanishingShare: number;
  days: number;
  seed: number;
}

/** An item in the simulation: the fields of a review that the rules of the queue read, and its outcome. */
interface Item extends Pick<ReviewDocument, 'lane' | 'sinceMs' | 'state' | 'excluded' | 'dueAtMs'> {
  group: 'plea' | 'need' | 'spare';
  decidedAtMs: number | null;
  decisions: number;
}

export interface Outcome {
  waits: Record<Item['group'], number[]>;
  items: number;
  decidedTwice: number;
  /** Items from before the last two hours that were never decided. */
  forgotten: number;
  /** Items that waited at the end of each day. */
  leftAtEndOfDay: number[];
  vanished: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * Runs the rules of the queue (lanes, urgency, claims) on a day's load. Volunteers work in three shifts of equal size.
 * A volunteer takes the most urgent item that may be claimed, and decides it after a time drawn from the pace; a
 * volunteer who vanishes lets the claim lapse.
 */
export function simulate(day: Day): Outcome {
  const random = shuffledRandom(day.seed);
  const arrivals = arrivalsOf(day, random);
  const queues = new Map<number, Item[]>(lanes.map((lane) => [lane, []]));
  const lapsing: Item[] = [];
  const outcome: Outcome = {
    waits: { plea: [], need: [], spare: [] },
    items: arrivals.length,
    decidedTwice: 0,
    forgotten: 0,
    leftAtEndOfDay: [],
    vanished: 0,
  };
  const free = Array.from({ length: day.volunteers }, (_, volunteer) => ({ volunteer, atMs: 0 }));
  let next = 0;
  for (let nowMs = 0; nowMs <= day.days * dayMs; nowMs += 5_000) {
    for (let item = arrivals[next]; item && item.sinceMs <= nowMs; item = arrivals[(next += 1)])
      queues.get(item.lane)?.push(item);
    for (const lapsed of lapsing.filter(({ dueAtMs }) => (dueAtMs ?? 0) <= nowMs)) {
      lapsing.splice(lapsing.indexOf(lapsed), 1);
      queues.get(lapsed.lane)?.unshift(lapsed);
    }
    for (const worker of free) {
      if (worker.atMs > nowMs || !isOnShift(worker.volunteer, nowMs, day)) continue;
      const item = claim(queues, nowMs);
      if (!item) break;
      const takesMs = hourMs / (day.pace[0] + random() * (day.pace[1] - day.pace[0]));
      worker.atMs = nowMs + takesMs;
      if (random() < day.vanishingShare) {
        lapsing.push(item);
        worker.atMs = nowMs + hourMs;
        outcome.vanished += 1;
      } else decide(item, nowMs + takesMs, outcome);
    }
    if (nowMs % dayMs === 0 && nowMs > 0) outcome.leftAtEndOfDay.push(waitingIn(queues));
  }
  // An item still in a queue counts with its wait. An item in no queue was lost.
  const reachable = new Set([...queues.values(), lapsing].flat());
  outcome.forgotten = arrivals
    .slice(0, next)
    .filter((item) => item.decidedAtMs === null && !reachable.has(item)).length;
  for (const item of reachable) outcome.waits[item.group].push(day.days * dayMs - item.sinceMs);
  return outcome;
}

/** The most urgent item, by the rules that the function uses: the heads of the lanes, the most urgent first. */
function claim(queues: ReadonlyMap<number, Item[]>, nowMs: number): Item | null {
  const heads = lanes.flatMap((lane) => queues.get(lane)?.[0] ?? []);
  const [first] = heads.filter((item) => mayClaim(item, '', nowMs)).sort(byUrgency(nowMs));
  if (!first) return null;
  queues.get(first.lane)?.shift();
  first.state = 'claimed';
  first.dueAtMs = nowMs + claimMs;
  return first;
}

function decide(item: Item, atMs: number, outcome: Outcome): void {
  item.decisions += 1;
  if (item.decisions > 1) outcome.decidedTwice += 1;
  item.state = 'decided';
  item.decidedAtMs = atMs;
  outcome.waits[item.group].push(atMs - item.sinceMs);
}

const waitingIn = (queues: ReadonlyMap<number, Item[]>): number =>
  [...queues.values()].reduce((sum, queue) => sum + queue.length, 0);

/** A third of the volunteers works in each third of the day. */
function isOnShift(volunteer: number, nowMs: number, { volunteers, shiftHours }: Day): boolean {
  const hour = (nowMs % dayMs) / hourMs;
  const startHour = Math.floor((3 * volunteer) / volunteers) * 8;
  return hour >= startHour && hour < startHour + shiftHours;
}

function arrivalsOf({ postsAnHour, doubtfulShare, days }: Day, random: Random): Item[] {
  const count = Math.round(postsAnHour * doubtfulShare * 24 * days);
  const items = Array.from({ length: count }, () => itemAt(random() * days * dayMs, random));
  return items.sort((left, right) => left.sinceMs - right.sinceMs);
}

/** Four needs to one spare; three in ten needs are for vulnerable people; one item in ten is reported and hidden. */
function itemAt(sinceMs: number, random: Random): Item {
  const group = random() < 0.2 ? 'spare' : random() < 0.3 ? 'plea' : 'need';
  const harm = random() < 0.1 ? 3 : 2;
  return {
    group,
    lane: harm * (group === 'plea' ? 2 : 1),
    sinceMs,
    state: 'waiting',
    excluded: [],
    dueAtMs: null,
    decidedAtMs: null,
    decisions: 0,
  };
}
