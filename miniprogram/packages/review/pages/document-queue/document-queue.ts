import { loadedPage } from '../../../../behaviors/loaded-page';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import type { DocumentRefusalCode } from '../../../../facts/document-refusals';
import { emptyQueue, queueView, refusalChips } from '../../presenters/document-queue';
import type { WaitingDocuments } from '../../presenters/document-queue';
import { sayFailure } from '../../../../services/open-help';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
type Decision =
  | { decision: 'accept'; nameRead: string; numberRead: string }
  | { decision: 'refuse'; reason: DocumentRefusalCode }
  | { decision: 'second-opinion' };

const queuePage = loadedPage({
  initial: emptyQueue,
  asks: 'open',
  ask: async () => queueView(await call('identity', 'documentQueue', {})),
});

/** Documents that wait for an operator, one at a time, the longest waiting first. Nothing typed here is stored. */
Component({
  behaviors: [queuePage],
  data: {
    reasons: refusalChips,
    busy: false,
  },
  methods: {
    /** The first waiting document, with an empty form. */
    show(waiting: WaitingDocuments) {
      this.setData(queueView(waiting));
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
      const reason = refusalChips.find(({ code }) => code === this.data.reason)?.code;
      if (reason === undefined) this.setData({ unreasoned: '请先选一个原因。' });
      else void this.decide({ decision: 'refuse', reason });
    },
    /** It goes to the end of the list on this phone only; for other operators it is still the first. */
    leaveTapped() {
      void this.decide({ decision: 'second-opinion' });
    },
    laterTapped() {
      const { documents, waiting, nowMs } = this.data;
      const [first, ...others] = documents;
      if (first !== undefined) this.show({ documents: [...others, first], waiting, nowMs });
    },
    async decide(decision: Decision) {
      const { document, busy } = this.data;
      if (document === null || busy) return;
      this.setData({ busy: true, wrong: '', unreasoned: '' });
      try {
        this.show(await call('identity', 'decideDocument', { id: document.id, ...decision }));
      } catch (thrown) {
        const failure = toCallError(thrown);
        const { code, message } = failure;
        if (code === 'document-differs') this.setData({ wrong: message });
        else {
          await sayFailure(failure);
          // Another operator may have decided it meanwhile.
          if (code === 'document-decided' || code === 'not-found') await this.load();
        }
      } finally {
        this.setData({ busy: false });
      }
    },
  },
});
