/** Dials 120 after WeChat has asked the user. Cancelling is not a failure. */
export function callAmbulance(): void {
  wx.makePhoneCall({ phoneNumber: '120', fail: () => undefined });
}
