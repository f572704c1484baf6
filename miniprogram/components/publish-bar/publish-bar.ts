/** The one main action of a page, always in reach of the thumb. Answers `go`. */
Component({
  properties: {
    text: { type: String, value: '' },
    icon: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    /** On a tab page the tab bar keeps clear of the screen's edge already. */
    aboveTabBar: { type: Boolean, value: false },
  },
  methods: {
    tapped() {
      if (!this.data.busy && !this.data.disabled) this.triggerEvent('go');
    },
  },
});
