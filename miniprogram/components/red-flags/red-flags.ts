import { callAmbulance } from '../../services/emergency-call';
import { listOf } from '../properties';

/** The signs at which to call 120 rather than look for medicine. `open`: all at once; otherwise a tap unfolds them. */
Component({
  properties: {
    signs: listOf<string>(),
    open: { type: Boolean, value: false },
    /** On a page of the guide itself: no way into it. */
    inGuide: { type: Boolean, value: false },
  },
  methods: {
    ambulanceTapped() {
      callAmbulance();
    },
    guideTapped() {
      void wx.navigateTo({ url: '/packages/guide/pages/guide/guide' });
    },
    headTapped() {
      this.setData({ open: !this.data.open });
    },
  },
});
