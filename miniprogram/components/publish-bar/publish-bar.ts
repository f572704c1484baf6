/** The one main action of a page, always in reach of the thumb. Answers `go`. */
Component({
  properties: {
    text: { type: String, value: '' },
    /** Said above the button; a tap answers `notice`. Empty for none. */
    notice: { type: String, value: '' },
    icon: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    /** True on a tab page, where the tab bar already keeps the button off the screen's edge. */
    aboveTabBar: { type: Boolean, value: false },
  },
  methods: {
    noticeTapped() {
      this.triggerEvent('notice');
    },
    tapped() {
      if (!this.data.busy && !this.data.disabled) this.triggerEvent('go');
    },
  },
});
