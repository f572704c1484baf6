/** A post in a list; `card` is a PostCard. Tapping it answers `open`. */
Component({
  properties: {
    card: { type: Object, value: {} },
  },
  methods: {
    tapped() {
      this.triggerEvent('open');
    },
  },
});
