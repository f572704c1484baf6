import type { PendingDocument } from '../../../../../cloudfunctions/shared/contract/identity-calls';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { fontScale } from '../../../../services/font-scale';
import { documentView, othersText, refusalReasons } from '../../presenters/document-queue';
import type { DocumentView } from '../../presenters/document-queue';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
type Waiting = { documents: PendingDocument[]; nowMs: number };
type Decision =
  { decision: 'accept'; nameRead: string; numberRead: string } | { decision: 'refuse'; reason: string };

/** Documents that wait for an operator, one at a time, the longest waiting first. What is typed here is kept nowhere. */
Page({
  data: {
    scale: fontScale(),
    state: 'loading' as 'loading' | 'empty' | 'ready' | 'error',
    message: '',
    reasons: refusalReasons,
    waiting: [] as PendingDocument[],
    nowMs: 0,
    document: null as DocumentView | null,
    others: '',
    hasOthers: false,
    nameRead: '',
    numberRead: '',
    reason: '',
    wrong: '',
    unreasoned: '',
    busy: false,
  },
  onLoad() {
    void this.load();
  },
  async load() {
    this.setData({ scale: fontScale() });
    try {
      this.show(await call('identity', 'documentQueue', {}));
    } catch (thrown) {
      this.setData({ state: 'error', message: toCallError(thrown).message });
    }
  },
  retry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  /** The first that waits, on an empty form. */
  show({ documents, nowMs }: Waiting) {
    const [first, ...others] = documents;
    this.setData({
      state: first === undefined ? 'empty' : 'ready',
      message: '没有证件在等核验。',
      waiting: documents,
      nowMs,
      document: first === undefined ? null : documentView(first, nowMs),
      others: othersText(others.length),
      hasOthers: others.length > 0,
      nameRead: '',
      numberRead: '',
      reason: '',
      wrong: '',
      unreasoned: '',
    });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  photoTapped(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    const { url } = event.currentTarget.dataset;
    void wx.previewImage({ urls: this.data.document?.photoUrls ?? [url], current: url });
  },
  nameTyped({ detail }: Typed) {
    this.setData({ nameRead: detail.value, wrong: '' });
  },
  numberTyped({ detail }: Typed) {
    this.setData({ numberRead: detail.value, wrong: '' });
  },
  reasonChanged({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
    this.setData({ reason: detail.chosen[0] ?? '', unreasoned: '' });
  },
  acceptTapped() {
    const { nameRead, numberRead } = this.data;
    if (nameRead.trim().length < 2 || numberRead.trim() === '')
      this.setData({ wrong: '请照着照片输入姓名和号码。' });
    else void this.decide({ decision: 'accept', nameRead, numberRead });
  },
  refuseTapped() {
    const reason = refusalReasons.find(({ code }) => code === this.data.reason)?.name;
    if (reason === undefined) this.setData({ unreasoned: '请先选一个原因。' });
    else void this.decide({ decision: 'refuse', reason });
  },
  /** It stays at the end of what is on this phone, and first in the queue of everybody else. */
  laterTapped() {
    const [first, ...others] = this.data.waiting;
    if (first !== undefined) this.show({ documents: [...others, first], nowMs: this.data.nowMs });
  },
  async decide(decision: Decision) {
    const { document, busy } = this.data;
    if (document === null || busy) return;
    this.setData({ busy: true, wrong: '', unreasoned: '' });
    try {
      this.show(await call('identity', 'decideDocument', { id: document.id, ...decision }));
    } catch (thrown) {
      const { code, message } = toCallError(thrown);
      if (code === 'document-differs') this.setData({ wrong: message });
      else {
        await wx.showModal({ title: '没有成功', content: message, showCancel: false });
        // Somebody else may have decided it meanwhile.
        if (code === 'document-decided' || code === 'not-found') await this.load();
      }
    } finally {
      this.setData({ busy: false });
    }
  },
});
