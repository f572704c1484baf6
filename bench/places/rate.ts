import { provinceCodeOf } from '../../miniprogram/facts/regions/region-codes';
import { regionFromAddress } from '../../miniprogram/facts/regions/region-from-address';
import { findRegions } from '../../miniprogram/facts/regions/region-search';
import { ancestorsOf, regionAt } from '../../miniprogram/facts/regions/region-tree';

/** The text typed into the region search, and the region that it must find. */
export interface TypedPlace {
  query: string;
  adcode: string;
}

/** An address, and its district. */
export interface LabelledAddress {
  address: string;
  adcode: string;
}

/** The difference between an answer and the label. `together`: right, but offered after others with the same name. */
export type Verdict = 'right' | 'together' | 'region above' | 'none' | 'same province' | 'another province';

export interface Judged {
  text: string;
  verdict: Verdict;
  answered: string | undefined;
}

/** The number of results on the first screen of the search. */
const seenAtOnce = 5;

export function judgePlace({ query, adcode }: TypedPlace): Judged {
  const found = findRegions(query, seenAtOnce).map((region) => region.adcode);
  const verdict = found[0] !== adcode && found.includes(adcode) ? 'together' : verdictOn(found[0], adcode);
  return { text: query, verdict, answered: found[0] };
}

export function judgeAddress({ address, adcode }: LabelledAddress): Judged {
  const answered = regionFromAddress(address)?.adcode;
  return { text: address, verdict: verdictOn(answered, adcode), answered };
}

function verdictOn(answered: string | undefined, label: string): Verdict {
  if (answered === undefined) return 'none';
  const wanted = regionAt(label)?.adcode ?? label;
  if (answered === wanted) return 'right';
  if (ancestorsOf(wanted).some(({ adcode }) => adcode === answered)) return 'region above';
  return provinceCodeOf(answered) === provinceCodeOf(wanted) ? 'same province' : 'another province';
}
