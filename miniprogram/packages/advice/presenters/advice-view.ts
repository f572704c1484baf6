import type { Advice } from '../../../../cloudfunctions/shared/contract/advice';
import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import { careRows, type CareRow } from '../../../presenters/place/care-rows';
import { translated } from '../../../facts/words/say';

export interface AdviceView {
  sections: { code: string; title: string; lines: string[] }[];
  sources: readonly string[];
  care: CareRow[];
  disclaimer: string;
}

/** The guide of a campaign without medicines; titles of sources stay as they are, because readers look for them. */
export const adviceView = (advice: Advice | null, { care, disclaimer }: Campaign): AdviceView => ({
  sections: (advice?.sections ?? []).map(({ code, title, lines }) => ({
    code,
    title: translated(title),
    lines: lines.map(translated),
  })),
  sources: advice?.sources ?? [],
  care: careRows(care, null),
  disclaimer: translated(disclaimer),
});
