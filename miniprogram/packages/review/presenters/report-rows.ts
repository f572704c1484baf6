import type { Report } from '../../../../cloudfunctions/shared/contract/moderation-calls';
import { reasonName } from '../../../presenters/post/report-words';
import { say, translated, translatedList } from '../../../facts/words/say';
import { agoText } from '../../../presenters/time/time-text';
import { worded } from '../../../facts/words/worded';

/** One of the user's reports, in words. */
export interface ReportRow {
  id: string;
  /** 送药 · 布洛芬 */
  title: string;
  reasonText: string;
  sentence: string;
  handled: boolean;
}

/** `nowMs` is the server's clock. */
export const reportRow = (report: Report, nowMs: number): ReportRow => ({
  id: report.id,
  title: [
    ...(report.about === 'viewer' ? [say('联系我的人')] : []),
    translated(boardNames[report.board ?? 'gone']),
    translatedList(report.summary),
  ]
    .filter((part) => part !== '')
    .join(' · '),
  reasonText: say`${agoText(report.reportedAtMs, nowMs)}举报：${reasonName(report.reason, report.about)}`,
  sentence: translated(report.sentence),
  handled: report.state !== 'received',
});

const boardNames = { need: '求助', spare: worded('{giving}'), gone: '已经没有的信息' };
