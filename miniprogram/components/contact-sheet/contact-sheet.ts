import type { Contact } from '../../../cloudfunctions/shared/contract/contact-calls';
import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { Quota } from '../../../cloudfunctions/shared/contract/quota';
import type { ForWhom } from '../../../cloudfunctions/shared/contract/talk';
import type { ContactAnswer, Contacts } from '../../model/contacts';
import type { TemplateName } from '../../facts/news/message-templates';
import { callHoursText, isCallTime } from '../../facts/call-hours';
import { say } from '../../facts/words/say';
import { groupWarnings, itemClashes } from '../../presenters/item/item-warnings';
import type { WarningLine } from '../../presenters/item/item-warnings';
import { quotaText } from '../../presenters/contact/quota-text';
import { toCallError } from '../../services/call-error';
import type { CallError } from '../../services/call-error';
import { campaignAtHand, loadCampaign } from '../../services/campaign';
import { contactsAtHand, loadContacts, requestContact } from '../../services/contacts';
import { askAgainLater, stopAsking } from '../../services/ask-again';
import { isWithoutAnswer, staleSentence } from '../../services/kept-answers';
import { objectOf } from '../properties';
import { inLanguage } from '../in-language';

/**
 * Reaches the poster of a post: explains masked numbers, asks once, shows the number. Answers `close`.
 */
Component({
  behaviors: [inLanguage],
  properties: {
    visible: { type: Boolean, value: false },
    postId: { type: String, value: '' },
    /** The post, if it is known, so that warnings about its medicines come before the number. */
    post: objectOf<OpenedPost>(),
  },
  data: {
    warnings: [] as WarningLine[],
    state: 'loading' as 'loading' | 'error' | 'explain' | 'contact' | 'refused',
    message: '',
    /** The code of the refusal. */
    code: '' as string,
    staleText: '',
    retry: true,
    contact: null as Contact | null,
    quota: null as Quota | null,
    quotaLine: '',
    nowMs: 0,
    hours: 0,
    /** Why the poster can only be asked to call back now, and when there is a number; null where there is one. */
    later: null as { why: string; until: string } | null,
    busy: false,
    /** The household as the giver sees it; null when the form does not ask. */
    forWhom: null as ForWhom | null,
    callBackWishes: ['contact', 'result'] as TemplateName[],
  },
  observers: {
    /** A donor to a need knows its groups already; a person who takes from a spare answers patient-check. */
    post(post: OpenedPost | null) {
      const codes = post?.board === 'need' ? post.items.map(({ code }) => code) : [];
      const campaign = campaignAtHand();
      const groups = groupWarnings(codes, post?.groups ?? [], campaign);
      this.setData({ warnings: [...itemClashes(codes, campaign), ...groups] });
    },
    visible(visible: boolean) {
      if (visible) void this.load();
      else stopAsking(this);
    },
  },
  lifetimes: {
    detached() {
      stopAsking(this);
    },
  },
  methods: {
    /** A viewer with this contact sees it again, without the explanation. */
    async load() {
      if (this.data.staleText === '') this.setData({ state: 'loading' });
      try {
        const [contacts] = await Promise.all([loadContacts(), loadCampaign()]);
        stopAsking(this);
        this.setData({ staleText: '' });
        this.showMine(contacts);
      } catch (thrown) {
        const kept = isWithoutAnswer(thrown) ? contactsAtHand() : null;
        const isKnown = kept?.answer.contacts.some(({ postId }) => postId === this.data.postId) ?? false;
        if (kept === null || !isKnown) return this.fail(toCallError(thrown), 'error');
        this.showMine(kept.answer);
        this.setData({ staleText: staleSentence(kept.atMs, thrown) });
        askAgainLater(this, thrown, () => void this.load());
      }
    },
    showMine({ contacts, quota, nowMs }: Contacts) {
      const contact = contacts.find(({ postId }) => postId === this.data.postId) ?? null;
      this.setData({
        state: contact === null ? 'explain' : 'contact',
        contact,
        quota,
        quotaLine: quotaText(quota, nowMs),
        nowMs,
        hours: campaignAtHand().limits.bindingHours,
        later: laterWords(this.data.post, nowMs),
      });
    },
    forWhomChanged({ detail }: WechatMiniprogram.CustomEvent<ForWhom>) {
      this.setData({ forWhom: detail });
    },
    async askTapped() {
      if (this.data.busy) return;
      // Reporting the outcome of an earlier contact gives one back.
      if (this.data.quota?.left === 0 && this.data.later === null) return this.contactsTapped();
      this.setData({ busy: true });
      try {
        this.show(await requestContact(this.data.postId, this.data.forWhom ?? undefined));
      } catch (thrown) {
        this.fail(toCallError(thrown), 'refused');
      } finally {
        this.setData({ busy: false });
      }
    },
    show({ contact, quota, nowMs }: ContactAnswer) {
      this.setData({ state: 'contact', contact, quota, quotaLine: quotaText(quota, nowMs), nowMs });
    },
    fail({ code, message, retry }: CallError, state: 'error' | 'refused') {
      this.setData({ state, code, message, retry });
    },
    changed(event: WechatMiniprogram.CustomEvent<ContactAnswer>) {
      this.show(event.detail);
    },
    contactsTapped() {
      this.triggerEvent('close');
      void wx.navigateTo({ url: '/packages/trust/pages/contacts/contacts' });
    },
    closed() {
      this.triggerEvent('close');
    },
  },
});

function laterWords(post: OpenedPost | null, nowMs: number): { why: string; until: string } | null {
  if (post?.isUnconfirmed)
    return {
      why: say('TA还没回答“还有吗”，现在先请TA回电：'),
      until: say('TA说了还有，您也可以回到这里要号码，直接打。'),
    };
  if (!post?.callHours || isCallTime(post.callHours, nowMs)) return null;
  return {
    why: say`TA方便接电话的时间是 ${callHoursText(post.callHours)}，现在先请TA回电：`,
    until: say('到了时间，您也可以回到这里要号码，直接打。'),
  };
}
