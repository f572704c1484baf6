import { courierRows } from '../../presenters/place/care-rows';
import type { CareRow } from '../../presenters/place/care-rows';
import { nextSteps } from '../../presenters/contact/next-steps';
import { campaignAtHand } from '../../services/campaign';
import { openCare } from '../../services/open-care';
import { chosenPlace } from '../../services/place-store';
import { inLanguage } from '../in-language';

/** What both sides do once they can call each other: arrange the place, fetch the medicine, check it. */
Component({
  behaviors: [inLanguage],
  properties: {
    board: { type: String, value: 'spare' },
    /** The reader is the poster; otherwise the one who asked. */
    forPoster: { type: Boolean, value: false },
  },
  data: {
    steps: [] as string[],
    couriers: [] as CareRow[],
  },
  observers: {
    'board, forPoster'(board: string, forPoster: boolean) {
      this.setData({
        steps: nextSteps((board === 'spare') === forPoster ? 'giver' : 'taker'),
        couriers: courierRows(campaignAtHand().care, chosenPlace()),
      });
    },
  },
  methods: {
    courierTapped(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      const courier = this.data.couriers.find(({ code }) => code === event.currentTarget.dataset.code);
      if (courier) openCare(courier.name, courier.way);
    },
  },
});
