import type { Contact } from '../../../../../cloudfunctions/shared/contract/contact-calls';
import type { Quota } from '../../../../../cloudfunctions/shared/contract/quota';
import type { ContactAnswer } from '../../../../model/contacts';
import { contactText } from '../../../../presenters/contact/contact-text';
import type { ContactText } from '../../../../presenters/contact/contact-text';
import { quotaText } from '../../../../presenters/contact/quota-text';
import { openBoard } from '../../../../services/boards-view';
import { toCallError } from '../../../../services/call-error';
import { loadContacts } from '../../../../services/contacts';
import { fontScale } from '../../../../services/font-scale';

interface ContactRow {
  id: string;
  contact: Contact;
  text: ContactText;
}

Page({
  data: {
    scale: fontScale(),
    state: 'loading' as 'loading' | 'empty' | 'ready' | 'error',
    message: '',
    rows: [] as ContactRow[],
    quota: null as Quota | null,
    quotaLine: '',
    nowMs: 0,
  },
  onShow() {
    this.setData({ scale: fontScale() });
    void this.load();
  },
  async load() {
    try {
      const { contacts, quota, nowMs } = await loadContacts();
      this.setData({
        state: contacts.length === 0 ? 'empty' : 'ready',
        message: '您还没有联系过谁。',
        rows: contacts.map((contact) => ({ id: contact.id, contact, text: contactText(contact, nowMs) })),
        quota,
        quotaLine: quotaText(quota, nowMs),
        nowMs,
      });
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
  /** Only the row that changed is drawn again, where it stands. */
  changed({ detail }: WechatMiniprogram.CustomEvent<ContactAnswer>) {
    const { contact, quota, nowMs } = detail;
    const index = this.data.rows.findIndex(({ id }) => id === contact.id);
    const row: ContactRow = { id: contact.id, contact, text: contactText(contact, nowMs) };
    this.setData({ [`rows[${index}]`]: row, quota, quotaLine: quotaText(quota, nowMs), nowMs });
  },
  postTapped(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    void wx.navigateTo({ url: `/pages/post/post?id=${event.currentTarget.dataset.id}` });
  },
  boardsTapped() {
    openBoard('spare');
  },
});
