import type { InterestText } from '../../presenters/post/interest-text';
import { objectOf } from '../properties';

/** On one's own post: how many people may call, wait for a call or wrote, and the way to them. */
Component({
  properties: {
    text: objectOf<InterestText>(),
  },
  methods: {
    callersTapped() {
      void wx.navigateTo({ url: '/packages/trust/pages/callers/callers' });
    },
  },
});
