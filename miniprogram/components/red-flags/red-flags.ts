import { callAmbulance } from '../../services/emergency-call';

/** When not to look for medicine here but to call 120. `open`: all signs at once, otherwise they unfold. */
Component({
  properties: {
    signs: { type: Array, value: [] as string[] },
    open: { type: Boolean, value: false },
  },
  methods: {
    ambulanceTapped() {
      callAmbulance();
    },
    headTapped() {
      this.setData({ open: !this.data.open });
    },
  },
});
