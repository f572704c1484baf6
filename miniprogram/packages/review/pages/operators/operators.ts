import { loadedPage } from '../../../../behaviors/loaded-page';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { operatorsView } from '../../presenters/operators-text';
import type { OperatorsView } from '../../presenters/operators-text';
import { sayFailure } from '../../../../services/open-help';

const operatorsPage = loadedPage({
  initial: {
    figures: [] as OperatorsView['figures'],
    ids: [] as string[],
    waiting: [] as OperatorsView['waiting'],
    volunteers: [] as OperatorsView['volunteers'],
  },
  asks: 'show',
  async ask() {
    const [statistics, applications, volunteers] = await Promise.all([
      call('moderation', 'statistics', {}),
      call('moderation', 'applications', {}),
      call('moderation', 'volunteers', {}),
    ]);
    return operatorsView(statistics, applications, volunteers);
  },
});

/** The operators' room: figures, an invitation, applicants who passed the trial, and the volunteers. */
Component({
  behaviors: [operatorsPage],
  data: {
    code: '',
    busy: false,
  },
  methods: {
    inviteTapped() {
      void this.run(async () => {
        const { code } = await call('moderation', 'invite', {});
        this.setData({ code });
      });
    },
    copyTapped() {
      void wx.setClipboardData({ data: this.data.code });
    },
    acceptTapped() {
      void this.run(async () => {
        const { accepted } = await call('moderation', 'accept', { ids: this.data.ids });
        void wx.showToast({ title: `加入了 ${accepted} 位`, icon: 'none' });
        await this.load();
      });
    },
    async dismissTapped({
      currentTarget,
    }: WechatMiniprogram.TouchEvent<object, object, { id: string; name: string }>) {
      const { id, name } = currentTarget.dataset;
      const { confirm } = await wx.showModal({
        title: `不让 ${name} 再审核？`,
        content: '手里的那一条会交给别人。',
        confirmText: '确定',
        cancelText: '再想想',
      });
      if (!confirm) return;
      await this.run(async () => {
        await call('moderation', 'dismiss', { id });
        await this.load();
      });
    },
    async run(act: () => Promise<void>) {
      if (this.data.busy) return;
      this.setData({ busy: true });
      try {
        await act();
      } catch (thrown) {
        void sayFailure(toCallError(thrown));
      } finally {
        this.setData({ busy: false });
      }
    },
  },
});
