import type { Contact } from '../../../../../cloudfunctions/shared/contract/contact-calls';
import type { Quota } from '../../../../../cloudfunctions/shared/contract/quota';
import { loadedPage } from '../../../../behaviors/loaded-page';
import type { ContactAnswer, Contacts } from '../../../../model/contacts';
import { contactText } from '../../../../presenters/contact/contact-text';
import type { ContactText } from '../../../../presenters/contact/contact-text';
import { quotaText } from '../../../../presenters/contact/quota-text';
import { openBoard } from '../../../../services/boards-view';
import { contactsAtHand, loadContacts } from '../../../../services/contacts';
import { sendWaiting } from '../../../../services/outbox';
import { say } from '../../../../facts/words/say';

interface ContactRow {
  id: string;
  contact: Contact;
  text: ContactText;
}

const contactRow = (contact: Contact, nowMs: number): ContactRow => ({
  id: contact.id,
  contact,
  text: contactText(contact, nowMs),
});

const contactsView = ({ contacts, quota, nowMs }: Contacts) => ({
  state: contacts.length === 0 ? ('empty' as const) : ('ready' as const),
  message: say('您还没有联系过谁。'),
  unfolded: unfoldedAtFirst(contacts),
  rows: contacts.map((contact) => contactRow(contact, nowMs)),
  quota,
  quotaLine: quotaText(quota, nowMs),
  nowMs,
});

/** Few are all open. Of many only the first that can be called is, because each fills a screen. */
function unfoldedAtFirst(contacts: readonly Contact[]): Record<string, boolean> {
  const live = contacts.find(({ state }) => state !== 'ended') ?? contacts[0];
  const open = contacts.length <= mostUnfolded ? contacts : live === undefined ? [] : [live];
  return Object.fromEntries(open.map(({ id }) => [id, true]));
}

const mostUnfolded = 2;

const contactsPage = loadedPage({
  initial: {
    rows: [] as ContactRow[],
    /** Ids of the rows that show everything. */
    unfolded: {} as Record<string, boolean>,
    quota: null as Quota | null,
    quotaLine: '',
    nowMs: 0,
  },
  asks: 'show',
  /** What waits on this phone goes first, or the answer would not know of it. */
  async ask() {
    await sendWaiting();
    return contactsView(await loadContacts());
  },
  atHand() {
    const kept = contactsAtHand();
    return kept && { atMs: kept.atMs, shown: contactsView(kept.answer) };
  },
});

Component({
  behaviors: [contactsPage],
  methods: {
    /** Only the row that changed is drawn again, where it is. */
    changed({ detail }: WechatMiniprogram.CustomEvent<ContactAnswer>) {
      const { contact, quota, nowMs } = detail;
      const index = this.data.rows.findIndex(({ id }) => id === contact.id);
      this.setData({
        [`rows[${index}]`]: contactRow(contact, nowMs),
        quota,
        quotaLine: quotaText(quota, nowMs),
        nowMs,
      });
    },
    rowTapped(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const { unfolded } = this.data;
      this.setData({ unfolded: { ...unfolded, [id]: !unfolded[id] } });
    },
    postTapped(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `/packages/post/pages/post/post?id=${event.currentTarget.dataset.id}` });
    },
    boardsTapped() {
      openBoard('spare');
    },
  },
});
