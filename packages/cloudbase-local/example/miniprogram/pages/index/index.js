Page({
  data: { texts: [] },
  onLoad() {
    return this.call({ action: 'list' });
  },
  add() {
    return this.call({ action: 'add', text: `第 ${this.data.texts.length + 1} 张便签` });
  },
  async call(data) {
    const { result } = await wx.cloud.callFunction({ name: 'notes', data });
    this.setData({ texts: result.texts });
  },
});
