/** The place that is in force, to be tapped for another one. Answers `choose`. */
Component({
  properties: {
    /** ChosenPlace, or null for none yet. */
    place: { type: Object, value: null as unknown as Record<string, unknown> },
    /** What the place is for: 看这里附近, 药在这里. */
    caption: { type: String, value: '' },
    empty: { type: String, value: '请选择位置' },
  },
  methods: {
    tapped() {
      this.triggerEvent('choose');
    },
  },
});
