import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import { trustEntrances } from '../../presenters/person/trust-entrances';
import type { Entrance, Rooms } from '../../presenters/person/trust-entrances';
import { objectOf } from '../properties';

/** Ways to news, verification, contacts, call-back requests and the user's data. */
Component({
  properties: {
    self: objectOf<Self>(),
    /** Call-back requests without an answer yet. */
    waiting: { type: Number, value: 0 },
    /** News that was not read. */
    unread: { type: Number, value: 0 },
    /** What waits in the rooms of volunteers and operators. */
    rooms: objectOf<NonNullable<Rooms>>(),
  },
  data: {
    entrances: [] as Entrance[],
  },
  observers: {
    'self, waiting, unread, rooms'(self: Self | null, waiting: number, unread: number, rooms: Rooms) {
      if (self !== null) this.setData({ entrances: trustEntrances(self, { waiting, unread, rooms }) });
    },
  },
  methods: {
    tapped(event: WechatMiniprogram.TouchEvent<object, object, { page: string; package: string }>) {
      const { page, package: folder } = event.currentTarget.dataset;
      void wx.navigateTo({ url: `/packages/${folder}/pages/${page}/${page}` });
    },
  },
});
