import type { ReportReason } from '../../../cloudfunctions/shared/contract/review';
import { translated } from '../../facts/words/say';
import { worded } from '../../facts/words/worded';

/** Reasons to report a post, in the reader's words. */
export const reportReasons: { code: ReportReason; name: string; hint?: string }[] = [
  { code: 'asked-for-money', name: '要钱', hint: '要钱、要红包、要拿东西换' },
  { code: 'personal-data', name: '留联系方式', hint: '写了电话、微信、门牌号，或别人的隐私' },
  { code: 'not-real', name: worded('{fake}') },
  { code: 'unsafe-medicine', name: worded('{notAsSaid}'), hint: worded('{notAsSaidHint}') },
  { code: 'rude', name: '骂人' },
  { code: 'other', name: '其他' },
];

/** Reasons to report somebody who contacted the user. */
export const viewerReasons: typeof reportReasons = [
  { code: 'asked-for-money', name: '要钱、卖东西' },
  { code: 'not-real', name: '说假话', hint: '冒充别人，约好了不来' },
  { code: 'personal-data', name: '打听隐私', hint: '要住址、证件、验证码' },
  { code: 'rude', name: '骂人、骚扰' },
  { code: 'other', name: '其他' },
];

export const reasonName = (reason: ReportReason, about: 'post' | 'viewer' = 'post'): string =>
  translated(
    (about === 'post' ? reportReasons : viewerReasons).find(({ code }) => code === reason)?.name ?? '',
  );
