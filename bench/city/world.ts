import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { enrolled, type Product } from '../../tests/integration/product';
import type { Values } from './assumptions';
import type { Draws } from './draws';
import type { EventQueue } from './event-queue';
import { isQuiet } from './hours';
import type { CityPlan, DonorPlan, SeekerPlan } from './people';
import type { Phone } from './phone';
import type { Counts } from './tally';

interface Member {
  openid: string;
  postId: string | null;
  /** Minutes at which the telephone rang. */
  rang: number[];
}

export interface Seeker extends Member {
  kind: 'seeker';
  plan: SeekerPlan;
  contactAt: number | null;
  /** The first contact that could help. */
  liveContactAt: number | null;
  /** A donor has agreed and keeps a portion. */
  isPromised: boolean;
  helpedAt: number | null;
  /** What became of the post by its owner's hand. */
  closed: 'solved' | 'withdrawn' | null;
}

export interface Donor extends Member {
  kind: 'donor';
  plan: DonorPlan;
  /** Portions that are there and that no person is on the way to. */
  stock: number;
}

export type Poster = Seeker | Donor;

/** One side has the other's number. */
export interface Contact {
  id: string;
  /** The side that asked for the number, and calls. */
  by: Poster['kind'];
  /** The seeker asked to be called back. */
  isCallBack?: boolean;
  seeker: Seeker;
  donor: Donor;
  /** They have spoken. */
  isOver: boolean;
  /** The medicine changed hands. */
  isHandedOver: boolean;
}

export interface World {
  /** People have the product's order and messages. Otherwise they go by distance alone and receive no message. */
  hasMessages: boolean;
  values: Values;
  draws: Draws;
  queue: EventQueue;
  phone: Phone;
  counts: Counts;
  endMinute: number;
  seekers: Seeker[];
  donors: Donor[];
  byOpenid: Map<string, Poster>;
  byPost: Map<string, Poster>;
  /** By the grant's id. */
  contacts: Map<string, Contact>;
  /** Pairs that had a contact, or in which somebody decided against one. */
  decided: Set<string>;
}

export const openidOf = (name: string): string => `openid-${name}`;

export function peopleOf({ seekers, donors }: CityPlan): Pick<World, 'seekers' | 'donors' | 'byOpenid'> {
  const member = (name: string): Member => ({ openid: openidOf(name), postId: null, rang: [] });
  const people = {
    seekers: seekers.map((plan): Seeker => ({
      ...member(plan.name),
      kind: 'seeker',
      plan,
      contactAt: null,
      liveContactAt: null,
      isPromised: false,
      helpedAt: null,
      closed: null,
    })),
    donors: donors.map((plan): Donor => ({
      ...member(plan.name),
      kind: 'donor',
      plan,
      stock: plan.portions,
    })),
  };
  const all: Poster[] = [...people.seekers, ...people.donors];
  return { ...people, byOpenid: new Map(all.map((poster) => [poster.openid, poster])) };
}

/** Makes them verified members, with the phones that the register knows. */
export async function enrolAll({ cloud, providers }: Product, { byOpenid }: Pick<World, 'byOpenid'>) {
  const members = [...byOpenid.values()].map(({ openid, plan }) =>
    enrolled(plan.name, providers.register.phoneOf(openid), cloud.clock.now()),
  );
  await cloud.database.bulkLoad('members', members);
}

/** Still needs the medicine, with no portion on its way. */
export const isWaiting = ({ queue }: World, { plan, isPromised, helpedAt }: Seeker): boolean =>
  helpedAt === null && !isPromised && queue.minute() < plan.givesUpAt;

/** Whether the person at the telephone has what a caller wants: a portion, or a need. */
export const isLive = (world: World, poster: Poster): boolean =>
  poster.kind === 'donor' ? poster.stock > 0 : isWaiting(world, poster);

/** Whether a call is answered now, by the draws of caller and moment. The telephone has rung once more. */
export function isAnswered(world: World, poster: Poster, ...question: (string | number)[]): boolean {
  const { values, draws, queue } = world;
  const now = queue.minute();
  const lately = poster.rang.filter((minute) => minute > now - 60).length;
  poster.rang = [...poster.rang.filter((minute) => minute > now - 60), now];
  const busy = Math.max(values.answersLeast, values.answers * values.answersLess ** lately);
  const awake = isLive(world, poster) ? busy : values.answersEmpty;
  return draws.happens(isQuiet(values, now) ? values.answersQuiet : awake, 'answers', ...question);
}

export const placeOf = (home: Coordinates) => ({ point: home, adcode: '430100' });
