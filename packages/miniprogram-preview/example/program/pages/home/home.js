Page({
  data: { said: '' },
  ring() {
    wx.makePhoneCall({ phoneNumber: '10086', complete: ({ errMsg }) => this.setData({ said: errMsg }) });
  },
});
