import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import { trustEntrances } from '../../presenters/trust-entrances';
import type { Entrance } from '../../presenters/trust-entrances';
import { loadCallBacks } from '../../services/contacts';

/** Ways to verification, contacts, call-back requests and the user's data. */
Component({
  properties: {
    /** Self. */
    self: { type: Object, value: {} },
  },
  data: {
    entrances: [] as Entrance[],
    waiting: 0,
  },
  observers: {
    'self, waiting'(self: Self, waiting: number) {
      if ('contacts' in self) this.setData({ entrances: trustEntrances(self, waiting) });
    },
  },
  lifetimes: {
    attached() {
      void this.count();
    },
  },
  pageLifetimes: {
    show() {
      void this.count();
    },
  },
  methods: {
    /** Without an answer the entrance stays as it was; its page will say what is wrong. */
    async count() {
      const answer = await loadCallBacks().catch(() => null);
      if (answer === null) return;
      this.setData({ waiting: answer.callBacks.filter(({ state }) => state === 'waiting').length });
    },
    tapped(event: WechatMiniprogram.TouchEvent<object, object, { page: Entrance['page'] }>) {
      const { page } = event.currentTarget.dataset;
      void wx.navigateTo({ url: `/packages/trust/pages/${page}/${page}` });
    },
  },
});
