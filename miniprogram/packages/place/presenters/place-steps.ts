import { provinceCodeOf } from '../../../facts/regions/region-codes';
import { regionLabel } from '../../../facts/regions/region-label';
import { findRegions } from '../../../facts/regions/region-search';
import { childrenOf, isSmallest, regionAt } from '../../../facts/regions/region-tree';
import type { Region } from '../../../facts/regions/region-tree';
import { say } from '../../../facts/words/say';
import { isInLetters, regionsInLetters } from './places-in-letters';

/** One step of choosing a region: the region so far, and the next ones to choose from. */
export interface PlaceStep {
  /** 湖南省长沙市; empty at the beginning. */
  label: string;
  /** Code of the region so far; empty at the beginning. */
  adcode: string;
  choices: { code: string; name: string }[];
  /** 就看整个长沙市; empty where the region itself cannot be chosen. */
  wholeText: string;
}

/**
 * `adcode` empty: all provinces. `wholeAllowed`: a province or city may be chosen as it is. Otherwise the choices are
 * only those that lead to a place for a post.
 */
export function placeStep(adcode: string, wholeAllowed: boolean): PlaceStep {
  const region = regionAt(adcode);
  const choices = childrenOf(adcode)
    .filter((child) => wholeAllowed || leadsToPost(child))
    .map(choice);
  if (region === undefined) return { label: '', adcode: '', choices, wholeText: '' };
  return {
    label: regionLabel(adcode),
    adcode,
    choices,
    wholeText: wholeAllowed ? say`就看整个${region.name}` : '',
  };
}

/** The previous step; empty for the beginning. */
export function stepBefore(adcode: string): string {
  return adcode === provinceCodeOf(adcode) ? '' : provinceCodeOf(adcode);
}

/** The results for typed words. For a post, only regions that it may be placed in or that lead to one. */
export function placeResults(typed: string, wholeAllowed: boolean): { code: string; label: string }[] {
  const found = isInLetters(typed) ? regionsInLetters(typed, mostResults) : findRegions(typed, mostResults);
  return found
    .filter((region) => wholeAllowed || leadsToPost(region))
    .map(({ adcode }) => ({ code: adcode, label: regionLabel(adcode) }));
}

const mostResults = 30;

const leadsToPost = (region: Region): boolean =>
  isSmallest(region) || childrenOf(region.adcode).some(leadsToPost);

function choice({ adcode, name }: Region): { code: string; name: string } {
  return { code: adcode, name };
}
