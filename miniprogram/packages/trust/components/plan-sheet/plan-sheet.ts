import { campaignAtHand } from '../../../../services/campaign';
import { noPlan, planForm, planOf } from '../../presenters/plan-form';
import type { PlanChoice, PlanForm } from '../../presenters/plan-form';
import { inLanguage } from '../../../../components/in-language';

/** How, where and when the medicine changes hands, in taps. Answers `planned` with the plan, and `close`. */
Component({
  behaviors: [inLanguage],
  properties: {
    visible: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    /** The server's clock. */
    nowMs: { type: Number, value: 0 },
  },
  data: {
    choice: noPlan,
    form: null as PlanForm | null,
    missing: '',
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.choose(noPlan);
    },
  },
  methods: {
    wayChosen({ detail }: WechatMiniprogram.CustomEvent<{ chosen: PlanChoice['way'][] }>) {
      this.choose({ ...this.data.choice, way: detail.chosen[0] ?? null });
    },
    placeChosen({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.choose({ ...this.data.choice, place: detail.chosen[0] ?? null });
    },
    dayChosen({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.choose({ ...this.data.choice, day: detail.chosen[0] ?? null, hours: null });
    },
    hoursChosen({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.choose({ ...this.data.choice, hours: detail.chosen[0] ?? null });
    },
    choose(choice: PlanChoice) {
      this.setData({ choice, missing: '', form: planForm(choice, campaignAtHand(), this.data.nowMs) });
    },
    doneTapped() {
      const made = planOf(this.data.choice);
      if ('missing' in made) this.setData({ missing: made.missing });
      else this.triggerEvent('planned', made.plan);
    },
    closed() {
      this.triggerEvent('close');
    },
  },
});
