import type { CallOutput } from '../../../../../cloudfunctions/shared/contract/contract';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { fontScale } from '../../../../services/font-scale';
import { answerOptions, answersOf, joinView } from '../../presenters/join-text';
import type { Answer, TrialRow } from '../../presenters/join-text';

/** Becoming a volunteer: an invitation's code, five trial items, and the state of the application. */
Page({
  data: {
    scale: fontScale(),
    options: answerOptions,
    step: 'code' as 'code' | 'trial' | 'done',
    doneText: '',
    rows: [] as TrialRow[],
    code: '',
    wrong: '',
    busy: false,
  },
  onLoad() {
    this.setData({ scale: fontScale() });
  },
  codeTyped({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: detail.value, wrong: '' });
  },
  answered({ detail, currentTarget }: WechatMiniprogram.CustomEvent<{ chosen: Answer[] }>) {
    const { index } = currentTarget.dataset as { index: number };
    this.setData({ [`rows[${index}].chosen`]: detail.chosen, wrong: '' });
  },
  codeSent() {
    const code = this.data.code.trim();
    if (code.length < 4) this.setData({ wrong: '请输入邀请码。' });
    else void this.ask(() => call('moderation', 'apply', { code }));
  },
  answersSent() {
    const answers = answersOf(this.data.rows);
    if (answers === null) this.setData({ wrong: '还有题没有选。' });
    else void this.ask(() => call('moderation', 'answerTrial', { answers }));
  },
  async ask(send: () => Promise<CallOutput<'moderation', 'apply'>>) {
    if (this.data.busy) return;
    this.setData({ busy: true });
    try {
      this.setData(joinView(await send()));
      await wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    } catch (thrown) {
      this.setData({ wrong: toCallError(thrown).message });
    } finally {
      this.setData({ busy: false });
    }
  },
});
