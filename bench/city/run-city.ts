import { startProduct } from '../../tests/integration/product';
import type { Values } from './assumptions';
import { createDraws } from './draws';
import { createDueTimers } from './due-timers';
import { createEventQueue } from './event-queue';
import { dayMinutes } from './hours';
import { receive } from './inbox';
import { liveAsDonor, liveAsSeeker, liveAsVisitor } from './living';
import { planCity } from './people';
import { createPhone } from './phone';
import { mostHelped, shortestWaits } from './supply';
import { newCounts, resultOf, type Result } from './tally';
import { isWilling } from './willing';
import { enrolAll, peopleOf, type World } from './world';

export interface CityOptions {
  values: Values;
  seed: number;
  people: number;
  days: number;
  /**
   * Minutes from one run of the timers to the next. With one that divides none of the product's waiting times, whether something is due
   * does not hang on milliseconds, so that a seed has one result.
   */
  step: number;
  /** The share of those without a post who come and look. */
  visitors: number;
  /** With the product's order and messages, or nearest-first without any. */
  hasMessages: boolean;
  /** Called after each day, with the figures so far. */
  progress?(day: number, soFar: Result): void;
}

const minuteMs = 60_000;
const firstMs = Date.parse('2022-12-20T00:00:00+08:00');
/** Ids follow from these keys: with keys of its own each run would sort equal posts in another order. */
const environment = Object.fromEntries(
  ['ID_HASH_KEY', 'MODERATION_KEY'].map((name) => [name, Buffer.alloc(32, name).toString('base64')]),
);

/** Lets the days pass, minute by minute: first the timers that are due, then what people do. */
export async function runCity(options: CityOptions): Promise<Result> {
  const { values, people, days, step, hasMessages, progress } = options;
  const draws = createDraws(options.seed);
  const plan = planCity(values, draws, { people, days });
  const endMinute = days * dayMinutes;
  const counts = newCounts();
  const arrived: { openid: string; templateId: string }[] = [];
  const product = await startProduct(
    { nowMs: firstMs - 2 * minuteMs, environment },
    { onMessage: (openid, { templateId }) => void arrived.push({ openid, templateId }) },
  );
  try {
    const world: World = {
      ...peopleOf(plan),
      hasMessages,
      values,
      draws,
      counts,
      endMinute,
      queue: createEventQueue(step),
      phone: createPhone(product, counts),
      byPost: new Map(),
      contacts: new Map(),
      decided: new Set(),
    };
    await enrolAll(product, world);
    for (const seeker of world.seekers) liveAsSeeker(world, seeker);
    for (const donor of world.donors) liveAsDonor(world, donor);
    const coming = plan.visitors.slice(0, Math.round(plan.visitors.length * options.visitors));
    for (const visitor of coming) liveAsVisitor(world, visitor);
    const { clock } = product.cloud;
    const dueTimers = createDueTimers(product);
    for (let minute = 0; minute < endMinute; minute += step) {
      const nowMs = firstMs + minute * minuteMs;
      const only = await dueTimers(nowMs);
      await clock.advance(Math.max(0, nowMs - clock.now()), { fire: 'once', only });
      for (const { openid, templateId } of arrived.splice(0)) receive(world, openid, templateId);
      await world.queue.run(minute);
      const day = Math.floor((minute + step) / dayMinutes);
      if (day > Math.floor(minute / dayMinutes)) progress?.(day, resultAt(world, minute));
    }
    return resultAt(world, endMinute);
  } finally {
    await product.close();
  }
}

/** The figures of those who have come by this minute. */
function resultAt(world: World, minute: number): Result {
  const seekers = world.seekers.filter(({ plan }) => plan.at < minute);
  const donors = world.donors.filter(({ plan }) => plan.at < minute);
  const needs = seekers.map((seeker) => ({ ...seeker.plan, seeker }));
  const spares = donors.map((donor) => ({ ...donor.plan, donor }));
  return resultOf(world.counts, {
    seekers,
    donors,
    mostHelped: mostHelped(needs, spares, minute),
    mostWilling: mostHelped(needs, spares, minute, ({ seeker }, { donor }) =>
      isWilling(world, seeker, donor),
    ),
    shortestWaits: shortestWaits(needs, spares, minute),
  });
}
