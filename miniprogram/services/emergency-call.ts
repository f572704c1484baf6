/** Dials 120 after WeChat has asked. The user's own "cancel" is no failure. */
export function callAmbulance(): void {
  wx.makePhoneCall({ phoneNumber: '120', fail: () => undefined });
}
