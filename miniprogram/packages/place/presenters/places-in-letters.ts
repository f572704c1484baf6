import { syllableOf } from '../../../facts/characters/pinyin';
import { prominence } from '../../../facts/regions/prominence';
import { quarters } from '../../../facts/regions/quarters';
import { shortName } from '../../../facts/regions/region-names';
import { ancestorsOf, isSpoken, regionAt, regions } from '../../../facts/regions/region-tree';
import type { Region } from '../../../facts/regions/region-tree';

/** Text in letters of any European keyboard; apostrophes divide syllables (Xi'an). */
export const isInLetters = (typed: string): boolean =>
  /^[\p{Script=Latin}\p{M}\s\d.,'’`·#&()/-]{2,}$/u.test(typed);

/**
 * Regions as a reader of no Chinese types them: Beijing, Changsha Yuelu, Yuelu District, Changsha, Hunan, or the beginning of
 * a name; quarters (Lujiazui), too, and addresses, of which the street is left out. At most `limit`, whole names before begun
 * ones.
 */
export function regionsInLetters(typed: string, limit: number): Region[] {
  const found = named(lettersOf(typed), limit);
  const comma = typed.indexOf(',');
  return found.length > 0 || comma === -1 ? found : regionsInLetters(typed.slice(comma + 1), limit);
}

function named(text: string, limit: number): Region[] {
  if (text.length < 2) return [];
  const found = regions.flatMap((region) => {
    if (!isSpoken(region) || !mayBeNamed(region, text)) return [];
    const ends = new Set(orders(region).flatMap((names) => endsOf(names, text)));
    if (ends.size === 0) return [];
    return [{ region, isWhole: ends.has(text.length) }];
  });
  const isNamed = found.some(({ isWhole }) => isWhole);
  return [...(isNamed ? [] : quartersNamed(text)), ...inOrder(found)].slice(0, limit);
}

const inOrder = (found: readonly { region: Region; isWhole: boolean }[]): Region[] =>
  [...found]
    .sort(
      (a, b) =>
        Number(b.isWhole) - Number(a.isWhole) ||
        levels.indexOf(a.region.level) - levels.indexOf(b.region.level) ||
        prominence(a.region.adcode) - prominence(b.region.adcode),
    )
    .map(({ region }) => region);

/** The regions of the quarter or zone that is the whole text, alone or with its city. */
function quartersNamed(text: string): Region[] {
  for (const line of quarters.trim().split('\n')) {
    const [names = '', codes = ''] = line.split(' > ');
    const within = codes.split(' ').flatMap((code) => regionAt(code) ?? []);
    const [main] = within;
    if (main === undefined) continue;
    const above = [main, ...ancestorsOf(main.adcode).filter(isSpoken)].map(shortName);
    const isIt = names
      .split(' ')
      .some((name) =>
        [[name], ...pairs(name, above)].some((order) => endsOf(order, text).includes(text.length)),
      );
    if (isIt) return within;
  }
  return [];
}

/** Most regions are ruled out by the first syllable of their own name. */
const mayBeNamed = (region: Region, text: string): boolean =>
  soundsOf(shortName(region))[0]?.some((reading) => text.includes(reading) || reading.startsWith(text)) ??
  false;

const levels = ['province', 'city', 'district'];

/** The letters alone: without marks, without the English and the Chinese words for kinds of places, with known spellings. */
function lettersOf(typed: string): string {
  const plain = typed
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}'’`]/gu, '');
  const words = plain
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .split(' ');
  const names = words.filter((word, at) => !kinds.has(word) && (at === 0 || !chineseKinds.has(word)));
  return Object.entries(spellings).reduce(
    (text, [known, pinyin]) => text.split(known).join(pinyin),
    (names.length === 0 ? words : names).join(''),
  );
}

const kinds = new Set(
  (
    'district city province county prefecture autonomous region municipality new area china prc the of near ' +
    'zone park industrial economic technological development high hi tech science downtown town village ' +
    'railway station airport university campus subway metro north south east west'
  ).split(' '),
);
const chineseKinds = new Set(['qu', 'shi', 'sheng', 'xian', 'zhou']);

/** Spellings in English that are not the pinyin. */
const spellings: Readonly<Record<string, string>> = {
  hongkong: 'xianggang',
  macau: 'aomen',
  macao: 'aomen',
  tibet: 'xizang',
  innermongolia: 'neimenggu',
  harbin: 'haerbin',
  qiqihar: 'qiqihaer',
  urumqi: 'wulumuqi',
  hohhot: 'huhehaote',
  ordos: 'eerduosi',
  hulunbuir: 'hulunbeier',
  lhasa: 'lasa',
  shigatse: 'rikaze',
  kashgar: 'kashi',
  turpan: 'tulufan',
  karamay: 'kelamayi',
  peking: 'beijing',
  canton: 'guangzhou',
  amoy: 'xiamen',
};

/** The names of a region as people order them: alone, with the city or the province before or behind. */
function orders(region: Region): string[][] {
  const own = shortName(region);
  const above = ancestorsOf(region.adcode).filter(isSpoken).map(shortName);
  const [near = '', far = ''] = above;
  return [
    [own],
    ...pairs(own, above),
    ...(far === ''
      ? []
      : [
          [own, near, far],
          [far, near, own],
        ]),
  ];
}

const pairs = (own: string, above: readonly string[]): string[][] =>
  above.flatMap((name) => [
    [own, name],
    [name, own],
  ]);

/** The ends in the text of names read one after the other: its length, or -1 where it ends within a single name. */
function endsOf(names: readonly string[], text: string): number[] {
  const characters = names.flatMap(soundsOf);
  let ends = [0];
  for (const [at, readings] of characters.entries()) {
    const next = ends.flatMap((end) =>
      readings.filter((reading) => text.startsWith(reading, end)).map((reading) => end + reading.length),
    );
    const isLast = at === characters.length - 1;
    if (next.includes(text.length) && isLast) return [text.length];
    const isBegun =
      next.includes(text.length) ||
      ends.some((end) => end > 0 && readings.some((reading) => reading.startsWith(text.slice(end))));
    if (isBegun && names.length === 1 && text.length > 2) return [-1];
    if (next.length === 0) return [];
    ends = next;
  }
  return [];
}

const sounds = new Map<string, string[][]>();

/** The readings of each character of a name. */
function soundsOf(name: string): string[][] {
  const known = sounds.get(name);
  if (known !== undefined) return known;
  const read = [...name].map(readingsOf);
  sounds.set(name, read);
  return read;
}

/** A character of names has a reading that the table of usual readings lacks. */
const otherReadings: Readonly<Record<string, string>> = {
  长: 'chang zhang',
  重: 'chong zhong',
  厦: 'xia sha',
  陕: 'shaan shan',
  朝: 'chao zhao',
  藏: 'zang cang',
  六: 'lu liu',
  蚌: 'beng bang',
  番: 'pan fan',
  乐: 'le yue',
  单: 'shan dan',
  荥: 'xing ying',
  会: 'hui kuai',
  大: 'da dai',
  什: 'shi shen',
  都: 'du dou',
  莘: 'shen xin',
  参: 'shen can',
  盛: 'sheng cheng',
  尉: 'wei yu',
  洞: 'dong tong',
  涡: 'guo wo',
  铅: 'yan qian',
  歙: 'she xi',
  阿: 'a e',
  枞: 'zong cong',
  浚: 'xun jun',
  和: 'he huo',
  绿: 'lv lu',
  吕: 'lv lu',
  埇: 'yong',
  瀍: 'chan',
  浉: 'shi',
  硚: 'qiao',
  猇: 'xiao',
  鄠: 'hu',
  侣: 'lv lu',
  旅: 'lv lu',
};

const readingsOf = (character: string): string[] =>
  otherReadings[character]?.split(' ') ?? [syllableOf(character) ?? '-'];
