/**
 * The rule of docs/decisions/023 by brute force, written from its text: it shares no code with the functions, and looks at everybody
 * at every step. Times are minutes of the city's clock.
 */

type Point = readonly [number, number];
type Board = 'need' | 'spare';

/** A post with its round. */
export interface Round {
  postId: string;
  board: Board;
  ownerId: string;
  items: readonly string[];
  point: Point;
  portions: number;
  isOpen: boolean;
  /** Its owner has not answered whether there is some. */
  isResting: boolean;
  /** People in contact with its owner. */
  callers: string[];
  /** How many got its number since it was last shown to be there. */
  takers: number;
  ring: number;
  /** Null before its first wave, and when it is over. */
  dueAt: number | null;
  begunAt: number | null;
  notified: string[];
}

/** Somebody whom a post may help: an open need, or an alert. */
export interface Waiting {
  id: string;
  kind: 'need' | 'alert';
  personId: string;
  /** The board whose posts help. */
  looksAt: Board;
  items: readonly string[];
  point: Point;
  isVulnerable: boolean;
  sinceMs: number;
  isOpen: boolean;
}

export interface City {
  rounds: Round[];
  waiting: Waiting[];
  /** When each person was notified of matches. */
  notifiedAt: Map<string, number[]>;
  /** People whom no match reaches any more: blocked, or erased. */
  unreachable: Set<string>;
  ingredientsOf(item: string): readonly string[];
}

export interface Notice {
  postId: string;
  personId: string;
}

const rings = [2_000, 5_000, 10_000, 20_000, 50_000];
const headStart = 10;
const rest = 30;
const hour = 60;
const day = 24 * hour;

/** What a run of the timer at this minute has to do: it changes the rounds, and answers who is notified, in order. */
export function expectedRun(city: City, now: number): Notice[] {
  for (const round of city.rounds)
    if (round.begunAt === null && round.isOpen) Object.assign(round, { begunAt: now, dueAt: now });
  const notices: Notice[] = [];
  for (;;) {
    const due = city.rounds
      .filter(({ dueAt }) => dueAt !== null && dueAt <= now)
      .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.begunAt ?? 0) - (b.begunAt ?? 0));
    if (due.length === 0) return notices;
    for (const round of due) notices.push(...wave(city, round, now));
  }
}

/** Its owner says that it still holds: it goes round again, past those who know of it. `now`: after that minute's run. */
export function wake(round: Round, now: number): void {
  Object.assign(round, { isResting: false, takers: 0 });
  if (round.begunAt !== null) Object.assign(round, { ring: 0, dueAt: now + 0.5 });
}

/** One more person has its number: a spare of which more people have it than portions are left rests. */
export function take(round: Round, personId: string): void {
  if (round.callers.includes(personId)) return;
  round.callers.push(personId);
  round.takers += 1;
  if (round.board === 'spare' && round.takers > round.portions) round.isResting = true;
}

function wave(city: City, round: Round, now: number): Notice[] {
  const morning = round.board === 'need' ? endOfNight(now) : null;
  if (!round.isOpen || morning !== null) {
    round.dueAt = round.isOpen ? morning : null;
    return [];
  }
  if (round.isResting) {
    round.dueAt = now + rest;
    return [];
  }
  const size = portionsWithoutCaller(round);
  if (size === 0) {
    round.dueAt = now + headStart;
    return [];
  }
  const outer = rings[round.ring] ?? 0;
  const inTurn = city.waiting
    .filter((each) => each.isOpen && each.looksAt === round.board && each.personId !== round.ownerId)
    .filter((each) => fits(city, each.items, round.items) && !round.notified.includes(each.personId))
    .map((each) => ({ ...each, meters: metersBetween(each.point, round.point) }))
    .filter(({ meters }) => meters <= outer)
    .sort(
      (a, b) =>
        ringOf(a.meters) - ringOf(b.meters) ||
        Number(b.isVulnerable) - Number(a.isVulnerable) ||
        a.meters - b.meters ||
        a.sinceMs - b.sinceMs,
    );
  const chosen: string[] = [];
  let isAnybodyHeldBack = false;
  for (const { personId } of inTurn) {
    if (chosen.length === size) break;
    if (chosen.includes(personId) || round.callers.includes(personId) || city.unreachable.has(personId))
      continue;
    if (!mayHear(city, personId, now)) {
      isAnybodyHeldBack = true;
      continue;
    }
    chosen.push(personId);
    city.notifiedAt.set(personId, [...(city.notifiedAt.get(personId) ?? []), now]);
  }
  round.notified.push(...chosen);
  goOn(round, { chosen: chosen.length, size, isAnybodyHeldBack, now });
  return chosen.map((personId) => ({ postId: round.postId, personId }));
}

function goOn(
  round: Round,
  wave: { chosen: number; size: number; isAnybodyHeldBack: boolean; now: number },
): void {
  if (wave.chosen === wave.size) round.dueAt = wave.now + headStart;
  else if (round.ring < rings.length - 1) {
    round.ring += 1;
    round.dueAt = wave.chosen > 0 ? wave.now + headStart : wave.now;
  } else round.dueAt = wave.isAnybodyHeldBack ? wave.now + rest : null;
}

const portionsWithoutCaller = ({ board, portions, callers }: Round): number => {
  if (board === 'need') return callers.length > 0 ? 0 : 5;
  return Math.max(0, portions - callers.length);
};

const fits = ({ ingredientsOf }: City, a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) =>
    b.some(
      (other) => one === other || ingredientsOf(one).some((each) => ingredientsOf(other).includes(each)),
    ),
  );

/** Once an hour, and six times a day. */
function mayHear({ notifiedAt }: City, personId: string, now: number): boolean {
  const times = (notifiedAt.get(personId) ?? []).filter((at) => now - at < day);
  return times.length < 6 && times.every((at) => now - at >= hour);
}

/** 22:30 to 07:00; null by day. */
function endOfNight(now: number): number | null {
  const clock = now % day;
  const midnight = now - clock;
  if (clock >= 22.5 * hour) return midnight + day + 7 * hour;
  return clock < 7 * hour ? midnight + 7 * hour : null;
}

const ringOf = (meters: number): number => rings.findIndex((outer) => meters <= outer);

/** Metres between two points on the sphere that MongoDB measures on. */
function metersBetween([lngA, latA]: Point, [lngB, latB]: Point): number {
  const rad = Math.PI / 180;
  const half = (angle: number) => Math.sin((angle * rad) / 2) ** 2;
  const h = half(latB - latA) + Math.cos(latA * rad) * Math.cos(latB * rad) * half(lngB - lngA);
  return 2 * 6_378_100 * Math.asin(Math.sqrt(h));
}
