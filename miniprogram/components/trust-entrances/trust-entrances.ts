import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import { trustEntrances } from '../../presenters/person/trust-entrances';
import type { Entrance } from '../../presenters/person/trust-entrances';

/** Ways to verification, contacts, call-back requests and the user's data. */
Component({
  properties: {
    /** Self. */
    self: { type: Object, value: {} },
    /** Call-back requests that nobody has answered yet. */
    waiting: { type: Number, value: 0 },
  },
  data: {
    entrances: [] as Entrance[],
  },
  observers: {
    'self, waiting'(self: Self, waiting: number) {
      if ('contacts' in self) this.setData({ entrances: trustEntrances(self, waiting) });
    },
  },
  methods: {
    tapped(event: WechatMiniprogram.TouchEvent<object, object, { page: Entrance['page'] }>) {
      const { page } = event.currentTarget.dataset;
      void wx.navigateTo({ url: `/packages/trust/pages/${page}/${page}` });
    },
  },
});
