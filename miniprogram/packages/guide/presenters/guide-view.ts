import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Guide, RedFlag } from '../../../../cloudfunctions/shared/contract/guide';
import { sourcesOf } from './medicine-view';
import { say, translated } from '../../../facts/words/say';

export interface GuideView {
  /** Says whether a pharmacist signed. */
  reviewText: string;
  isSigned: boolean;
  symptoms: { code: string; name: string }[];
  /** Signs by people, the most urgent first. */
  redFlags: { code: string; name: string; call: string[]; hospital: string[] }[];
  sources: string[];
}

export function guideView(campaign: Campaign, { review, redFlags }: Guide): GuideView {
  const who = [...new Set(redFlags.map((flag) => flag.who))];
  const says = (of: RedFlag['who'], level: RedFlag['level']): string[] =>
    redFlags.filter((flag) => flag.who === of && flag.level === level).map((flag) => translated(flag.say));
  const isTaken = (code: string): boolean =>
    campaign.catalogue.some(({ kind, symptoms }) => kind === 'medicine' && symptoms.includes(code));
  return {
    reviewText:
      review.state === 'signed'
        ? say`药师${review.by}（${review.licence}）${review.on}核对过这些内容。`
        : say('这些内容还没有药师签字。每条都写了出处，请以药品说明书为准。'),
    isSigned: review.state === 'signed',
    symptoms: campaign.symptoms
      .filter(({ code }) => isTaken(code))
      .map(({ code, name }) => ({ code, name: translated(name) })),
    redFlags: who.map((code) => ({
      code,
      name: translated(whoTexts[code]),
      call: says(code, '120'),
      hospital: says(code, 'hospital'),
    })),
    sources: sourcesOf([], redFlags, campaign),
  };
}

const whoTexts: Record<RedFlag['who'], string> = {
  infant: '不到6个月的宝宝',
  child: '孩子',
  adult: '大人',
  pregnant: '孕妇',
  elderly: '老人、有慢性病的人',
  chronic: '透析、移植的人',
  'after-dose': '吃药以后',
};
