import type { CallInput } from '../../cloudfunctions/shared/contract/contract';
import { PostDraft } from '../../cloudfunctions/shared/contract/posts-calls';
import type { Board } from '../../cloudfunctions/shared/contract/board';
import { regions } from '@facts/regions/region-tree';
import { campaign } from '../../local/seed/catalogue';
import { createHomes, type Home } from '../../local/seed/homes';
import { contents } from '../../local/seed/invented-content';
import { createRandom, type Random } from '../../local/seed/random';
import { seededMs } from './seeded-folder';

/** One person's visit, all of it decided before it begins. */
export interface Visit {
  /** After the beginning of the run. */
  atMs: number;
  openid: string;
  board: Board;
  place: CallInput<'search', 'nearby'>['place'];
  /** What is done with the second page: turned to, or filtered by this item. */
  then: 'page' | { item: string };
  /** Which post of the page is opened. */
  opened: number;
  takesPart: null | { as: 'contact' } | { as: 'report' } | { as: 'publish'; draft: PostDraft };
  /** Pauses between the calls, in milliseconds. */
  pauses: number[];
}

/** `byName`: people who choose a district by its name and look around its centre; the others pick a spot on the map. */
const shares = { takingPart: 0.1, hot: 0.2, byName: 0.4, spareBoard: 0.4, page: 0.5 } as const;
/** Of those who take part. */
const partShares = { publish: 0.5, contact: 0.4 } as const;
/** Pudong: a district to which everybody's attention goes. */
const hotDistrict = '310115';
/** Within each minute, ten seconds have half as much again as the mean, and the others a little less. */
const peak = { everyMs: 60_000, lastsMs: 10_000, factor: 1.5 } as const;
const calmFactor = (peak.everyMs - peak.lastsMs * peak.factor) / (peak.everyMs - peak.lastsMs);
const longestPauseMs = 1_500;

/** The visits of a run, in order: always the same for the same rate and duration. */
export function planVisits(perSecond: number, seconds: number): Visit[] {
  const random = createRandom(20221220);
  const homes = createHomes();
  const content = { need: contents('need', seededMs), spare: contents('spare', seededMs) };
  const visits: Visit[] = [];
  for (let atMs = 0; ;) {
    const isPeak = atMs % peak.everyMs < peak.lastsMs;
    atMs += (-Math.log(1 - random.unit()) * 1000) / (perSecond * (isPeak ? peak.factor : calmFactor));
    if (atMs >= seconds * 1000) return visits;
    const home = random.chance(shares.hot) ? homes.at(hotDistrict, random) : homes.draw(random);
    const draft = (board: Board) => draftOf(board, content[board](random), home, random);
    visits.push({
      atMs,
      openid: `launch-${visits.length}`,
      board: random.chance(shares.spareBoard) ? 'spare' : 'need',
      place: random.chance(shares.byName) ? centreOf(home) : placeOf(home),
      then: random.chance(shares.page) ? 'page' : { item: random.pick(campaign.catalogue).code },
      opened: random.below(8),
      takesPart: random.chance(shares.takingPart) ? part(random, draft) : null,
      pauses: Array.from({ length: 8 }, () => random.unit() * longestPauseMs),
    });
  }
}

function part(random: Random, draft: (board: Board) => PostDraft): Visit['takesPart'] {
  const chance = random.unit();
  if (chance < partShares.publish)
    return { as: 'publish', draft: draft(random.chance(0.2) ? 'spare' : 'need') };
  return { as: chance < partShares.publish + partShares.contact ? 'contact' : 'report' };
}

const centres = new Map(regions.map(({ adcode, centre }) => [adcode, centre]));

function centreOf(home: Home): Visit['place'] {
  const [lng, lat] = centres.get(home.districtCode) ?? home.point;
  return { point: [lng, lat], adcode: home.districtCode };
}

const placeOf = ({ point, districtCode }: Home): Visit['place'] => ({ point, adcode: districtCode });

function draftOf(
  board: Board,
  body: ReturnType<ReturnType<typeof contents>>,
  home: Home,
  random: Random,
): PostDraft {
  const { portions, source, ...plain } = body;
  const offer = board === 'spare' && portions && { portions: portions.total, source };
  return PostDraft.parse({ board, clientToken: random.hexId(), place: placeOf(home), ...plain, ...offer });
}
