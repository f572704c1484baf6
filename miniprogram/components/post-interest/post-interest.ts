/** On one's own post: how many may call, and the way to those who wait to be called back. */
Component({
  properties: {
    /** InterestText, or null. */
    text: { type: Object, value: null as unknown as Record<string, unknown> },
  },
  methods: {
    waitingTapped() {
      void wx.navigateTo({ url: '/packages/trust/pages/call-backs/call-backs' });
    },
  },
});
