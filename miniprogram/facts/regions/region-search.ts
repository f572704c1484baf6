import { namesWith } from './name-index';
import { isWithin, readingsAt } from './place-reading';
import { foldPlace } from './place-text';
import { prominence } from './prominence';
import { regionLevel } from './region-codes';
import { regionsOfAddress } from './region-from-address';
import { abbreviated } from './region-abbreviations';
import { childrenOf } from './region-tree';
import type { Region } from './region-tree';

/**
 * Regions that the typed words name, best first, at most `limit`: by their whole or short name, with or without the
 * regions above (岳麓, 长沙岳麓), by an old name or a quarter (崇文, 雄安), by a beginning (长沙岳), by a part, or otherwise as an
 * address. The regions of a completely typed name are followed by those inside them.
 */
export function findRegions(typed: string, limit: number): Region[] {
  const asTyped = foldPlace(typed.trim()).text;
  // 新市区 is the name of a district, but 长沙市区 only means the inner city of 长沙.
  const text = namedWhole(asTyped).length > 0 ? asTyped : foldPlace(withoutTalk(typed)).text;
  if (text === '') return [];
  const named = [...namedWhole(text), ...abbreviated(text)];
  const inside = named.length > 0 ? childrenOf(named[0]?.adcode) : [];
  const begun = [...named, ...inside, ...begunWith(text)];
  const found = begun.length > 0 || text.length < 2 ? begun : holding(text);
  const turned = found.length > 0 ? found : namedWhole(foldPlace(turnedRound(typed)).text);
  const answered = turned.length > 0 ? turned : regionsOfAddress(typed, true);
  return [...new Set(answered)].slice(0, limit);
}

/** 我在长沙附近 → 长沙. */
function withoutTalk(typed: string): string {
  const bare = typed
    .trim()
    .replace(/^(我?(现在|家)?(住在|人在|在|住)|我家|坐标|定位)[:：]?/, '')
    .replace(/(附近|周边|这边|那边|这里|那里|市区|市内|城里|本地|一带)$/, '');
  return bare === '' ? typed : bare;
}

/** 岳麓区 长沙 → 长沙 岳麓区. */
function turnedRound(typed: string): string {
  return typed
    .split(/[\s,，、]+/)
    .reverse()
    .join(' ');
}

/** Regions whose name is the whole text. */
function namedWhole(text: string): Region[] {
  const whole = readingsAt(text, 0, true).filter(({ end }) => end === text.length);
  const least = Math.min(...whole.map(({ doubt }) => doubt));
  return whole
    .filter(({ doubt }) => doubt <= least + 3)
    .sort((a, b) => a.doubt - b.doubt || byProminence(a.regions[0], b.regions[0]))
    .flatMap(({ regions }) => regions);
}

/** Regions with a name that the text begins, alone or after the regions above it. */
function begunWith(text: string): Region[] {
  const above = readingsAt(text, 0, true).filter(({ end }) => end < text.length);
  const free = namesWith(text, 'first').flatMap(({ regions }) => regions);
  const within = above.flatMap(({ end, regions }) =>
    namesWith(text.slice(end), 'first').flatMap((name) =>
      name.regions.filter((region) => regions.some((one) => region !== one && isWithin(region, one))),
    ),
  );
  return [...within, ...free].sort(byProminence);
}

function holding(text: string): Region[] {
  return namesWith(text, 'later')
    .filter(({ kind }) => kind === 'full')
    .flatMap(({ regions }) => regions)
    .sort(byProminence);
}

const levels = ['province', 'city', 'district'];

function byProminence(a: Region | undefined, b: Region | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const depth = (region: Region): number => levels.indexOf(regionLevel(region.adcode));
  return depth(a) - depth(b) || prominence(a.adcode) - prominence(b.adcode);
}
