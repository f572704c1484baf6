import type { Board } from '../../../../cloudfunctions/shared/contract/board';
import type { Post } from '../../../../cloudfunctions/shared/contract/post';
import { regionPlace } from '../../../presenters/place/region-place';

/** What is known of a post that is gone. */
export interface GonePost {
  board: Board;
  /** Catalogue codes. */
  items: string[];
  regionLabel: string;
  place: { point: [number, number]; adcode: string };
}

/**
 * What a card says of its post besides the id, as a part of its path: spare.430104.ibuprofen,antigen-test. It outlives the post, so a
 * reader of a card to an erased post finds similar ones.
 */
export const wordsOfCard = ({ board, region, items }: Pick<Post, 'board' | 'region' | 'items'>): string =>
  [board, region.adcode, items.map(({ code }) => code).join(',')].join('.');

/** The same, read. `listed`: the catalogue's codes. Null for a path without it or with something else. */
export function readCard(words: string, listed: ReadonlySet<string>): GonePost | null {
  const [board, adcode = '', codes = ''] = words.split('.');
  const region = regionPlace(adcode);
  if ((board !== 'need' && board !== 'spare') || region === undefined) return null;
  const { regionLabel, place } = region;
  return { board, items: codes.split(',').filter((code) => listed.has(code)), regionLabel, place };
}
