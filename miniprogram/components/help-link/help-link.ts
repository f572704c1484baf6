import { inLanguage } from '../in-language';
import { openHelp } from '../../services/open-help';

/** The way to 帮助与反馈 from an error. */
Component({
  behaviors: [inLanguage],
  properties: {
    /** The error's code; empty on a screen without an error. */
    error: { type: String, value: '' },
  },
  methods: {
    tapped() {
      openHelp(this.data.error);
    },
  },
});
