import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Saying } from '../../../../cloudfunctions/shared/contract/talk';
import { chinaClock } from '../../../facts/china-time';
import { planDays } from '../../../facts/plan-days';
import { choices } from '../../../presenters/publish/form-fields';
import { dayText } from './talk-text';
import { say } from '../../../facts/words/say';

type Plan = Extract<Saying, { kind: 'plan' }>;
type Option = { code: string; name: string; hint?: string };

/** A plan as it is being tapped together. */
export interface PlanChoice {
  way: Plan['way'] | null;
  place: string | null;
  day: string | null;
  hours: string | null;
}

export const noPlan: PlanChoice = { way: null, place: null, day: null, hours: null };

export interface PlanForm {
  ways: Option[];
  /** Empty for what is posted: a parcel needs no meeting. */
  places: Option[];
  days: Option[];
  hours: Option[];
}

/** What can be chosen now; hours of today that are over are left out. `nowMs` is the server's clock. */
export function planForm(
  { way, day }: PlanChoice,
  { talk }: Pick<Campaign, 'talk'>,
  nowMs: number,
): PlanForm {
  const meets = way !== null && way !== 'mail';
  const hourNow = Number(chinaClock(nowMs).slice(0, 2));
  const days = planDays(nowMs);
  const today = talk.hours.filter(({ until }) => until > hourNow);
  const possible = today.length > 0 ? days : days.slice(1);
  return {
    ways: choices.handOver.map((each) => ({ ...each })),
    places: meets ? talk.places : [],
    days: meets ? possible.map((code) => ({ code, name: dayText(code, nowMs) })) : [],
    hours: !meets || day === null ? [] : day === days[0] ? today : talk.hours,
  };
}

/** The plan to send, or what is still to be tapped. */
export function planOf({ way, place, day, hours }: PlanChoice): { plan: Plan } | { missing: string } {
  if (way === null) return { missing: say('请点一下怎么交接') };
  if (way === 'mail') return { plan: { kind: 'plan', way, place: null, day: null, hours: null } };
  if (place === null) return { missing: say('请点一下在哪里') };
  if (day !== null && hours === null) return { missing: say('请点一下几点') };
  return { plan: { kind: 'plan', way, place, day, hours } };
}
