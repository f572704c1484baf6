import { namesAt } from './name-index';
import type { PlaceName } from './name-index';
import { cityCodeOf, provinceCodeOf } from './region-codes';
import type { Region } from './region-tree';

/** One way to read names of regions, each within the one before it, from a place in a text on. */
export interface Reading {
  /** The regions that the last name may mean; several for some old names and quarters. */
  regions: readonly Region[];
  /** The index in the text after the last name. */
  end: number;
  /** 0 for official names; higher for each guess. */
  doubt: number;
}

/**
 * Every reading of `text` from `index` on. Levels may be omitted (长沙市岳麓区, 岳麓区), repeated (上海市上海市徐汇区), shortened (湖南长沙)
 * or former (杭州市下城区). `isSearch` admits a short name of a district with anything after it (南山科技园), which in an address
 * is as often a road.
 */
export function readingsAt(
  text: string,
  index: number,
  isSearch = false,
  above?: readonly Region[],
): Reading[] {
  const start = index + fillerLength(text.slice(index), above !== undefined);
  return namesAt(text, start).flatMap((name) => {
    const inside =
      above === undefined
        ? name.regions
        : name.regions.filter((region) => above.some((one) => isWithin(region, one)));
    if (inside.length === 0) return [];
    const end = start + name.text.length;
    const further = readingsAt(text, end, isSearch, inside);
    const rest = further.length > 0 ? '' : text.slice(end);
    const doubt = doubtOf(name.kind, inside, above, rest, isSearch);
    if (doubt === undefined) return [];
    return [
      { regions: inside, end, doubt },
      ...further.map((reading) => ({ ...reading, doubt: reading.doubt + doubt })),
    ];
  });
}

/** Whether a region is another one or lies in it. */
export function isWithin(region: Region, other: Region): boolean {
  if (region === other) return true;
  if (other.level === 'province') return provinceCodeOf(region.adcode) === other.adcode;
  return other.level === 'city' && cityCodeOf(region.adcode) === other.adcode;
}

/**
 * How doubtful it is that a name is meant at this place; undefined when it cannot be.
 * @param rest the following text, empty where another name follows
 */
function doubtOf(
  kind: PlaceName['kind'],
  [first]: readonly Region[],
  above: readonly Region[] | undefined,
  rest: string,
  isSearch: boolean,
): number | undefined {
  if (kind === 'full') return isOrdinary(first) && above === undefined && !isSearch ? undefined : 0;
  if (kind === 'changed') return above === undefined ? 4 : 2;
  if (kind === 'quarter') return above === undefined ? 3 : 2;
  if (kind === 'zone') return above?.every(({ level }) => level === 'city') ? 2 : undefined;
  const old = kind === 'former' ? 2 : 0;
  if (rest === '') return old;
  if (beginsLikeRoad(rest)) return undefined;
  if (first?.level !== 'district') return old + 1;
  if (above !== undefined) return old + (above.some(({ level }) => level === 'province') ? 2 : 1);
  return isSearch ? old + 3 : undefined;
}

/** 新市区 and 老城区 are districts of one city each, and ordinary words in every other: an address says which city. */
function isOrdinary(region: Region | undefined): boolean {
  return (
    region !== undefined &&
    /^(新市区|老城区|新城区|城关区|[东西南北市]?郊?区|城[东西南北中]?区|市中区|矿区)$/.test(region.name)
  );
}

/** 新华路, 中山东一路 and 朝阳门 are in many towns: a road, a gate or a village need not be in the district of that name. */
function beginsLikeRoad(rest: string): boolean {
  return /^[东西南北中新老]?[一二三四五六七八九十]?[环横纵]?(路|街|大街|大道|道|巷|弄|胡同|桥|立交|门|里|庄|屯|村|乡|镇)/.test(
    rest,
  );
}

/** Characters between two names that name no region: 中国, 省直辖县级行政区划, 市辖区. */
function fillerLength(rest: string, isBelow: boolean): number {
  const filler = isBelow
    ? /^(的|省直辖(县级)?(行政区划|行政单位)?|自治区直辖(县级)?(行政区划|行政单位)?|直辖县|市辖区|郊县|县(?=[^区县市]{1,4}县))/
    : /^(中华人民共和国|中国)/;
  return filler.exec(rest)?.[0].length ?? 0;
}
