import type { CallInput, CallOutput } from '../../../../../cloudfunctions/shared/contract/contract';
import type { RefusalReason } from '../../../../../cloudfunctions/shared/contract/review';
import { loadedPage } from '../../../../behaviors/loaded-page';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { queueView, refusalReasons } from '../../presenters/queue-item';
import type { QueueItemText } from '../../presenters/queue-item';
import { sayFailure } from '../../../../services/open-help';

type Decision = CallInput<'moderation', 'decide'>;
type Reasoned = 'refuse' | 'ask-to-correct';
type Plain = Exclude<Decision['decision'], Reasoned>;

const queuePage = loadedPage({
  initial: { item: null as QueueItemText | null, countText: '', undoId: '' },
  asks: 'show',
  ask: async () => queueView(await call('moderation', 'next', {})),
});

/** One item at a time, decided with the thumb; the last decision may be taken back for a minute. */
Component({
  behaviors: [queuePage],
  data: {
    reasons: refusalReasons,
    /** The decision that needs a reason; empty while the sheet is closed. */
    asking: '' as '' | Reasoned,
    sheetTitle: '',
    chosen: [] as RefusalReason[],
    wrong: '',
    busy: false,
  },
  methods: {
    decisionTapped({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { decision: Plain }>) {
      const { item } = this.data;
      const { decision } = currentTarget.dataset;
      if (item !== null) void this.ask(() => call('moderation', 'decide', { id: item.id, decision }));
    },
    reasonedTapped({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { decision: Reasoned }>) {
      const { decision } = currentTarget.dataset;
      const sheetTitle = decision === 'refuse' ? '为什么拒绝' : '要改哪里';
      this.setData({ asking: decision, sheetTitle, chosen: [], wrong: '' });
    },
    sheetClosed() {
      this.setData({ asking: '' });
    },
    reasonChosen({ detail }: WechatMiniprogram.CustomEvent<{ chosen: RefusalReason[] }>) {
      this.setData({ chosen: detail.chosen, wrong: '' });
    },
    reasonSent() {
      const { item, asking, chosen } = this.data;
      const [reason] = chosen;
      if (item === null || asking === '') return;
      if (reason === undefined) return this.setData({ wrong: '请先选一个原因。' });
      this.setData({ asking: '' });
      void this.ask(() => call('moderation', 'decide', { id: item.id, decision: asking, reason }));
    },
    undoTapped() {
      const { undoId } = this.data;
      void this.ask(() => call('moderation', 'undo', { id: undoId }));
    },
    async blockTapped() {
      const { item } = this.data;
      if (item === null) return;
      const { confirm } = await wx.showModal({
        title: '提议停用这个人？',
        content: '另一位志愿者也同意才会停用。这一条还要您自己决定。',
        confirmText: '提议',
        cancelText: '再想想',
      });
      if (confirm) await this.ask(() => call('moderation', 'proposeBlock', { id: item.id }));
    },
    async ask(send: () => Promise<CallOutput<'moderation', 'next'>>) {
      if (this.data.busy) return;
      this.setData({ busy: true });
      try {
        this.setData(queueView(await send()));
        void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      } catch (thrown) {
        await sayFailure(toCallError(thrown));
        await this.load();
      } finally {
        this.setData({ busy: false });
      }
    },
  },
});
