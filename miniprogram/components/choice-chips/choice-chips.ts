import { toggled } from '../../presenters/toggled';
import { listOf } from '../properties';
import { translated } from '../../facts/words/say';

interface Option {
  code: string;
  name: string;
  hint?: string;
}

/** A few options to tap; the chosen ones carry a tick. Answers `change` with all chosen codes. */
Component({
  properties: {
    options: listOf<Option>(),
    chosen: listOf<string>(),
    multiple: { type: Boolean, value: false },
    /** What the options are about, for a screen reader. */
    label: { type: String, value: '' },
  },
  data: { chips: [] as (Option & { checked: boolean })[] },
  observers: {
    'options, chosen'(options: Option[], chosen: string[]) {
      this.setData({
        chips: options.map((option) => ({
          ...option,
          name: translated(option.name),
          hint: translated(option.hint ?? ''),
          checked: chosen.includes(option.code),
        })),
      });
    },
  },
  methods: {
    chipTapped(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      const { code } = event.currentTarget.dataset;
      const chosen = this.data.multiple ? toggled(this.data.chosen, code) : [code];
      this.triggerEvent('change', { chosen });
    },
  },
});
