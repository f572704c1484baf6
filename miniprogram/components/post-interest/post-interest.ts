import type { InterestText } from '../../presenters/post/interest-text';
import { objectOf } from '../properties';

/** On one's own post: how many people may call, and a link to the requests for a call back. */
Component({
  properties: {
    text: objectOf<InterestText>(),
  },
  methods: {
    waitingTapped() {
      void wx.navigateTo({ url: '/packages/trust/pages/call-backs/call-backs' });
    },
  },
});
