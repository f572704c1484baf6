import type { WarningLine } from '../../presenters/item/item-warnings';
import { listOf } from '../properties';
import { inLanguage } from '../in-language';

/** What must be known before these medicines are taken, with the way to the guide. Draws nothing without lines. */
Component({
  behaviors: [inLanguage],
  properties: { lines: listOf<WarningLine>() },
  methods: {
    guideTapped() {
      void wx.navigateTo({ url: '/packages/guide/pages/guide/guide' });
    },
  },
});
