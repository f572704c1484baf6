import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { earthRadiusMeters } from '../../miniprogram/facts/distance';
import { peopleOfFigures, type Values } from './assumptions';
import type { Draws } from './draws';
import { arrivalMinute } from './hours';

interface Poster {
  name: string;
  /** The minute at which the post is written. */
  at: number;
  item: ItemCode;
  home: Coordinates;
  /** Messages are accepted at every tap that asks. */
  accepts: boolean;
}

/** Somebody who needs a portion, before anything happens. */
export interface SeekerPlan extends Poster {
  groups: Group[];
  /** When the need is given up. */
  givesUpAt: number;
}

/** Somebody who has portions to give, before anything happens. */
export interface DonorPlan extends Poster {
  portions: number;
  /** When what is left is gone, given to others. */
  goesAt: number;
  /** Reads the needs and calls some. */
  readsNeeds: boolean;
  /** Asks to be notified of needs. */
  wantsNeeds: boolean;
}

export interface Visitor {
  name: string;
  at: number;
  home: Coordinates;
}

export interface CityPlan {
  seekers: SeekerPlan[];
  donors: DonorPlan[];
  visitors: Visitor[];
}

/** Medicines with their shares, in the units of the campaign's catalogue. No two share an ingredient. */
export const items = [
  { code: 'ibuprofen', quantity: 4, unit: '粒', share: 0.45 },
  { code: 'paracetamol', quantity: 4, unit: '片', share: 0.2 },
  { code: 'antigen-test', quantity: 2, unit: '支', share: 0.15 },
  { code: 'lianhua-qingwen', quantity: 12, unit: '粒', share: 0.1 },
  { code: 'ambroxol', quantity: 6, unit: '片', share: 0.1 },
] as const;
export type ItemCode = (typeof items)[number]['code'];

const centre: Coordinates = [112.98, 28.2];
const portionsOf = [
  [2, 3, 4, 6],
  [1, 1, 2, 2],
  [4, 6, 8, 10],
] as const;

/** Everybody in the city, with all that is decided before anything happens. */
export function planCity(
  values: Values,
  draws: Draws,
  { people, days }: { people: number; days: number },
): CityPlan {
  const part = people / peopleOfFigures;
  const city = { values, draws, days, scaleKm: values.scaleKm * Math.sqrt(part) };
  const seekers = Math.round(values.needs * part);
  const donors = Math.round(values.spares * part);
  return {
    seekers: Array.from({ length: seekers }, (_, at) => planSeeker(city, `need-${at}`)),
    donors: Array.from({ length: donors }, (_, at) => planDonor(city, `spare-${at}`)),
    visitors: Array.from({ length: Math.max(0, people - seekers - donors) }, (_, at) => {
      const name = `visitor-${at}`;
      return { name, home: homeOf(city, name), at: arrivalOf(city, name, false) };
    }),
  };
}

interface City {
  values: Values;
  draws: Draws;
  days: number;
  scaleKm: number;
}

function planSeeker(city: City, name: string): SeekerPlan {
  const { values, draws } = city;
  const poster = planPoster(city, name, true);
  const groups: [Group, number][] = [
    ['elderly', values.old],
    ['child', values.child],
    ['pregnant', values.pregnant],
  ];
  return {
    ...poster,
    groups: groups.filter(([group, share]) => draws.happens(share, name, group)).map(([group]) => group),
    givesUpAt: poster.at + draws.around(values.patience, 0.8, name, 'patience'),
  };
}

function planDonor(city: City, name: string): DonorPlan {
  const { values, draws } = city;
  const poster = planPoster(city, name, false);
  const portions = portionsOf[values.portions as 0 | 1 | 2] ?? portionsOf[0];
  return {
    ...poster,
    portions: portions[Math.floor(draws.share(name, 'portions') * portions.length)] ?? 2,
    goesAt: poster.at + draws.around(values.stockLasts, 0.8, name, 'stock'),
    readsNeeds: draws.happens(values.donorCalls, name, 'reads needs'),
    wantsNeeds: draws.happens(values.wantsNeeds, name, 'wants needs'),
  };
}

const planPoster = (city: City, name: string, isNeed: boolean): Poster => ({
  name,
  at: arrivalOf(city, name, isNeed),
  item: itemAt(city.draws.share(name, 'item')),
  home: homeOf(city, name),
  accepts: city.draws.happens(city.values.accepts, name, 'accepts'),
});

const arrivalOf = ({ values, draws, days }: City, name: string, isNeed: boolean): number =>
  arrivalMinute(values, { days, isNeed, share: draws.share(name, 'arrival') });

function itemAt(share: number): ItemCode {
  let rest = share;
  for (const item of items) {
    if (rest < item.share) return item.code;
    rest -= item.share;
  }
  return items[0].code;
}

/** A point around the centre, exponentially far, at most four times the scale. */
function homeOf({ draws, scaleKm }: City, name: string): Coordinates {
  const most = 1 - Math.exp(-4);
  const km = -scaleKm * Math.log(1 - draws.share(name, 'distance') * most);
  const turn = 2 * Math.PI * draws.share(name, 'direction');
  const degrees = (km * 1000) / ((earthRadiusMeters * Math.PI) / 180);
  const [lng, lat] = centre;
  return [lng + (degrees * Math.cos(turn)) / Math.cos((lat * Math.PI) / 180), lat + degrees * Math.sin(turn)];
}
