import type { CallOutput } from '../../../../../cloudfunctions/shared/contract/contract';
import { loadedPage } from '../../../../behaviors/loaded-page';
import { toCallError } from '../../../../services/call-error';
import { campaignAtHand } from '../../../../services/campaign';
import { call } from '../../../../services/cloud';
import { alertRow } from '../../presenters/alert-rows';
import type { AlertRow } from '../../presenters/alert-rows';
import { say } from '../../../../facts/words/say';
import { sayFailure } from '../../../../services/open-help';

const alertsPage = loadedPage({
  initial: { rows: [] as AlertRow[] },
  asks: 'show',
  ask: async () => alertsView(await call('news', 'alerts', {})),
});

const alertsView = ({ alerts, nowMs }: CallOutput<'news', 'alerts'>) => ({
  state: alerts.length === 0 ? ('empty' as const) : ('ready' as const),
  message: say('还没有提醒。在信息广场选好{thing}，点“有了告诉我”。'),
  rows: alerts.map((alert) => alertRow(alert, campaignAtHand().catalogue, nowMs)),
});

Component({
  behaviors: [alertsPage],
  methods: {
    async endTapped(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      try {
        this.setData(alertsView(await call('news', 'endAlert', { id: event.currentTarget.dataset.id })));
      } catch (thrown) {
        void sayFailure(toCallError(thrown));
      }
    },
  },
});
