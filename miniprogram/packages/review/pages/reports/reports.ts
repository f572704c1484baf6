import { loadedPage } from '../../../../behaviors/loaded-page';
import { say } from '../../../../facts/words/say';
import { call } from '../../../../services/cloud';
import { reportRow } from '../../presenters/report-rows';
import type { ReportRow } from '../../presenters/report-rows';

const reportsPage = loadedPage({
  initial: { rows: [] as ReportRow[] },
  asks: 'show',
  async ask() {
    const { reports, nowMs } = await call('moderation', 'myReports', {});
    return {
      state: reports.length === 0 ? 'empty' : 'ready',
      message: say('您还没有举报过。看到要钱的、假的，点开那条信息，最下面可以举报。'),
      rows: reports.map((report) => reportRow(report, nowMs)),
    };
  },
});

Component({ behaviors: [reportsPage] });
