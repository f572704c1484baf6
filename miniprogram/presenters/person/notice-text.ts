import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { speaksChinese } from '../../facts/words/say';

/** The operators' notice in the user's language; empty without one. */
export function noticeText(notice: Campaign['notice']): string {
  if (notice === null) return '';
  return speaksChinese() || notice.english === '' ? notice.text : notice.english;
}
