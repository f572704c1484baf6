import type { ChosenPlace } from '../../model/chosen-place';
import { childrenOf, isSmallest, levelOf, provinces, regionAt, regionLabel } from '../region-lookup';
import type { Region } from '../region-lookup';

/** One step of choosing a region: where one has come to, and where one can go on to. */
export interface PlaceStep {
  /** 湖南省长沙市; empty at the beginning. */
  label: string;
  /** Code of the region come to; empty at the beginning. */
  adcode: string;
  choices: { code: string; name: string }[];
  /** 就看整个长沙市; empty where the region itself cannot be chosen. */
  wholeText: string;
}

/** `adcode` empty: all provinces. `wholeAllowed`: a province or city may be chosen as it is. */
export function placeStep(adcode: string, wholeAllowed: boolean): PlaceStep {
  const region = regionAt(adcode);
  if (region === undefined) return { label: '', adcode: '', choices: provinces().map(choice), wholeText: '' };
  return {
    label: regionLabel(adcode),
    adcode,
    choices: childrenOf(adcode).map(choice),
    wholeText: wholeAllowed ? `就看整个${region.name}` : '',
  };
}

/** The step before; empty for the beginning. */
export function stepBefore(adcode: string): string {
  return levelOf(adcode) === 'province' ? '' : `${adcode.slice(0, 2)}0000`;
}

/** A region as a place: its centre stands for it. undefined for an unknown code. */
export function regionPlace(adcode: string): ChosenPlace | undefined {
  const region = regionAt(adcode);
  if (region === undefined) return undefined;
  return {
    kind: 'region',
    name: region.name,
    regionLabel: regionLabel(adcode),
    place: { point: region.point, adcode },
  };
}

/** Whether a post may stand there: in a district, or in a city that has none. */
export function fitsPost({ place }: ChosenPlace): boolean {
  return isSmallest(place.adcode);
}

function choice({ adcode, name }: Region): { code: string; name: string } {
  return { code: adcode, name };
}
