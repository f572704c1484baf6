import type { ReportReason } from '../../../cloudfunctions/shared/contract/review';
import { translated } from '../../facts/words/say';

/** Reasons to report a post, in the reader's words. */
export const reportReasons: { code: ReportReason; name: string; hint?: string }[] = [
  { code: 'asked-for-money', name: '要钱', hint: '要钱、要红包、要拿东西换' },
  { code: 'personal-data', name: '留联系方式', hint: '写了电话、微信、门牌号，或别人的隐私' },
  { code: 'not-real', name: '假的，没有药' },
  { code: 'unsafe-medicine', name: '不是本人说的药', hint: '药不对、过期、不能转让' },
  { code: 'rude', name: '骂人' },
  { code: 'other', name: '其他' },
];

export const reasonName = (reason: ReportReason): string =>
  translated(reportReasons.find(({ code }) => code === reason)?.name ?? '');
