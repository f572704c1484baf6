import type { WarningLine } from '../../presenters/item/item-warnings';
import { listOf } from '../properties';
import { openGuide } from '../../services/open-guide';
import { inLanguage } from '../in-language';

/** What must be known before these medicines are taken, with the way to the guide. Draws nothing without lines. */
Component({
  behaviors: [inLanguage],
  properties: { lines: listOf<WarningLine>() },
  methods: {
    guideTapped() {
      openGuide();
    },
  },
});
