/** A post in a list; `card` is a PostCard. Tapping it answers `open`. */
Component({
  properties: {
    card: { type: Object, value: { items: [], tags: [] } as Record<string, unknown> },
  },
  methods: {
    tapped() {
      this.triggerEvent('open');
    },
  },
});
