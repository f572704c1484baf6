import type { ReportReason } from '../../../cloudfunctions/shared/contract/review';
import { reportReasons, viewerReasons } from '../../presenters/post/report-words';
import { toCallError } from '../../services/call-error';
import { call } from '../../services/cloud';
import { say, translated } from '../../facts/words/say';
import { inLanguage } from '../in-language';

/** Reports a post, or somebody who contacted the user: a link, a sheet with reasons, and the answer in its place. */
Component({
  behaviors: [inLanguage],
  properties: {
    postId: { type: String, value: '' },
    /** The token that proves the post was opened; '' where the viewer holds a contact with the post. */
    token: { type: String, value: '' },
    /** The contact whose viewer is reported; '' for a post. */
    contactId: { type: String, value: '' },
  },
  data: {
    reasons: reportReasons,
    open: false,
    chosen: [] as ReportReason[],
    wrong: '',
    busy: false,
    /** The sentence about the sent report; empty before it is sent. */
    answer: '',
  },
  observers: {
    'postId, contactId'() {
      const reasons = this.data.contactId === '' ? reportReasons : viewerReasons;
      this.setData({ reasons, answer: '', chosen: [] });
    },
  },
  methods: {
    opened() {
      this.setData({ open: true, wrong: '' });
    },
    closed() {
      this.setData({ open: false });
    },
    chose({ detail }: WechatMiniprogram.CustomEvent<{ chosen: ReportReason[] }>) {
      this.setData({ chosen: detail.chosen, wrong: '' });
    },
    async sent() {
      const { postId, token, contactId, busy } = this.data;
      const [reason] = this.data.chosen;
      if (busy) return;
      if (reason === undefined) return this.setData({ wrong: say('请先选一个原因。') });
      this.setData({ busy: true });
      try {
        const { report } =
          contactId === ''
            ? await call('moderation', 'report', { postId, reason, token: token === '' ? null : token })
            : await call('moderation', 'reportViewer', { id: contactId, reason });
        this.setData({ open: false, answer: translated(report.sentence) });
      } catch (thrown) {
        this.setData({ wrong: toCallError(thrown).message });
      } finally {
        this.setData({ busy: false });
      }
    },
  },
});
