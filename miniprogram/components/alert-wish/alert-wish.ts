import type { Board } from '../../../cloudfunctions/shared/contract/board';
import type { ChosenPlace } from '../../model/chosen-place';
import { toCallError } from '../../services/call-error';
import { call } from '../../services/cloud';
import { askForMessages } from '../../services/messages';
import { goVerify, lacksVerification } from '../../services/verification-way';
import { listOf, objectOf } from '../properties';
import { inLanguage } from '../in-language';
import { sayFailure } from '../../services/open-help';

/** One tap by which the user waits for posts with these items near a place, without a post of their own. */
Component({
  behaviors: [inLanguage],
  properties: {
    board: { type: String, value: 'spare' as Board },
    /** Catalogue codes; without any there is nothing to wait for. */
    items: listOf<string>(),
    place: objectOf<ChosenPlace>(),
  },
  data: { isSet: false, busy: false },
  observers: {
    'board, items, place'() {
      this.setData({ isSet: false });
    },
  },
  methods: {
    async tapped() {
      if (this.data.busy) return;
      // WeChat lets only the tap itself ask.
      const asked = askForMessages(['match']);
      this.setData({ busy: true });
      await asked;
      await this.set();
      this.setData({ busy: false });
    },
    async set() {
      const { board, items, place } = this.data;
      if (place === null) return;
      try {
        await call('news', 'setAlert', {
          board: board as Board,
          items: items.slice(0, 5),
          place: place.place,
        });
        this.setData({ isSet: true });
      } catch (thrown) {
        const failure = toCallError(thrown);
        if (lacksVerification(failure.code)) goVerify(() => void this.set());
        else void sayFailure(failure);
      }
    },
    listTapped() {
      void wx.navigateTo({ url: '/packages/news/pages/alerts/alerts' });
    },
  },
});
