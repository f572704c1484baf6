/** Dials 120 after WeChat has asked. A user that cancels is no failure. */
export function callAmbulance(): void {
  wx.makePhoneCall({ phoneNumber: '120', fail: () => undefined });
}
