import type { ChosenPlace } from '../../model/chosen-place';
import { objectOf } from '../properties';
import { inLanguage } from '../in-language';

/** The chosen place; a tap asks for another one. Answers `choose`. */
Component({
  behaviors: [inLanguage],
  properties: {
    /** Null until a place is chosen. */
    place: objectOf<ChosenPlace>(),
    /** What the place is for: 看这里附近 or 药在这里. */
    caption: { type: String, value: '' },
    empty: { type: String, value: '请选择位置' },
  },
  methods: {
    tapped() {
      this.triggerEvent('choose');
    },
  },
});
