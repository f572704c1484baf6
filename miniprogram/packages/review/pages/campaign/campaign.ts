import type { CallOutput } from '../../../../../cloudfunctions/shared/contract/contract';
import { loadedPage } from '../../../../behaviors/loaded-page';
import { campaignAtHand, campaignSeen, loadCampaign } from '../../../../services/campaign';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { sayFailure } from '../../../../services/open-help';
import { campaignForm, changeRows, changesOf } from '../../presenters/campaign-draft';
import type { CampaignForm, ChangeRow } from '../../presenters/campaign-draft';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<object, object, Data>;
type Typed<Data extends object = object> = WechatMiniprogram.CustomEvent<{ value: string }, object, Data>;
type Changes = CallOutput<'moderation', 'campaignChanges'>;

const campaignPage = loadedPage({
  initial: {
    number: 0,
    history: [] as Changes['history'],
    rows: [] as ChangeRow[],
    form: campaignForm({ changes: '{}' }, campaignAtHand()) as CampaignForm,
  },
  asks: 'open',
  async ask() {
    campaignSeen('');
    const [changes, campaign] = await Promise.all([
      call('moderation', 'campaignChanges', {}),
      loadCampaign(),
    ]);
    const { number, history } = changes;
    const form = campaignForm(changes, campaign);
    return { state: 'ready' as const, number, history, rows: changeRows(changes), form };
  },
});

/** The operators' room for rules: a notice and limits that all phones have within a minute, and the way back. */
Component({
  behaviors: [campaignPage],
  data: { reason: '', faults: [] as string[], busy: false },
  methods: {
    noticeTyped({ detail }: Typed) {
      this.setData({ 'form.notice': detail.value });
    },
    englishTyped({ detail }: Typed) {
      this.setData({ 'form.english': detail.value });
    },
    limitTyped({ currentTarget, detail }: Typed<{ index: number }>) {
      this.setData({ [`form.limits[${currentTarget.dataset.index}].value`]: detail.value });
    },
    otherTyped({ detail }: Typed) {
      this.setData({ 'form.other': detail.value });
    },
    reasonTyped({ detail }: Typed) {
      this.setData({ reason: detail.value });
    },
    async publishTapped() {
      const changes = changesOf(this.data.form);
      const reason = this.data.reason.trim();
      const faults = [
        ...(changes === null ? ['“其他改动”不是一份 JSON 对象。'] : []),
        ...(reason === '' ? ['请写下为什么改，别的管理员会看到。'] : []),
      ];
      this.setData({ faults });
      if (changes === null || faults.length > 0) return;
      await this.change(changes, reason, '检查通过，要上线吗？');
    },
    async backTapped({ currentTarget }: Tapped<{ number: number }>) {
      const { number } = currentTarget.dataset;
      const { history } = this.data;
      const changes = number === 0 ? '{}' : history.find((change) => change.number === number)?.changes;
      if (changes === undefined) return;
      const name = number === 0 ? '发布时的内容' : `第 ${number} 次`;
      await this.change(changes, `回到${name}`, `回到${name}？`);
    },
    /** Checks first, so that what is confirmed is known to be sound. */
    async change(changes: string, reason: string, title: string) {
      if (this.data.busy) return;
      this.setData({ busy: true });
      const draft = { after: this.data.number, changes, reason };
      try {
        const { faults } = await call('moderation', 'changeCampaign', { ...draft, onlyCheck: true });
        this.setData({ faults });
        if (faults.length > 0 || !(await confirmed(title))) return;
        await call('moderation', 'changeCampaign', draft);
        this.setData({ reason: '' });
        void wx.showToast({ title: '已上线', icon: 'none' });
        await this.load();
      } catch (thrown) {
        const failure = toCallError(thrown);
        await sayFailure(failure);
        if (failure.code === 'campaign-changed') await this.load();
      } finally {
        this.setData({ busy: false });
      }
    },
  },
});

async function confirmed(title: string): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title,
    content: '一分钟内所有人都会看到。',
    confirmText: '上线',
    cancelText: '再想想',
  });
  return confirm;
}
