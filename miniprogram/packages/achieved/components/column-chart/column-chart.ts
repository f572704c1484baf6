import { objectOf } from '../../../../components/properties';
import { fontScale } from '../../../../services/font-scale';
import { columnChart } from '../../presenters/column-chart';
import type { ChartCounts } from '../../presenters/column-chart';
import UCharts from '../../vendor/u-charts';

interface Sized {
  node: WechatMiniprogram.Canvas;
  width: number;
  height: number;
}

/** What each chart does when the phone changes between light and dark. */
const redraws = new WeakMap<object, () => void>();

/** Counts over days or hours, drawn as columns. `label` says the same to those who do not see it. */
Component({
  properties: {
    counts: objectOf<ChartCounts>(),
    label: { type: String, value: '' },
  },
  data: { height: 0 },
  observers: {
    counts() {
      if (this.data.height > 0) this.draw();
    },
  },
  lifetimes: {
    ready() {
      const redraw = () => this.draw();
      redraws.set(this, redraw);
      wx.onThemeChange(redraw);
      // Words in the chart grow with the user's font, and the columns keep their room.
      this.setData({ height: Math.round(110 + 40 * fontScale()) }, redraw);
    },
    detached() {
      const redraw = redraws.get(this);
      if (redraw) wx.offThemeChange(redraw);
    },
  },
  methods: {
    draw() {
      const { counts } = this.data;
      if (counts === null) return;
      this.createSelectorQuery()
        .select('#chart')
        .fields({ node: true, size: true })
        .selectAll('.colour')
        .fields({ computedStyle: ['color'] })
        .exec(([found, colours]: [Sized | null, { color: string }[]]) => {
          const [need, spare, words, line, ground] = colours.map(({ color }) => color);
          if (!found?.width || !need || !spare || !words || !line || !ground) return;
          const { pixelRatio } = wx.getWindowInfo();
          const { node: canvas } = found;
          canvas.width = found.width * pixelRatio;
          canvas.height = found.height * pixelRatio;
          const size = { width: canvas.width, height: canvas.height, pixelRatio };
          const chart = columnChart(counts, size, { need, spare, words, line, ground }, fontScale());
          // The library draws when it is made.
          void new UCharts({ ...chart, context: canvas.getContext('2d') });
        });
    },
  },
});
