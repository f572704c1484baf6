import { worded } from '../facts/words/worded';

/** Dials the campaign's emergency number after WeChat has asked the user. Cancelling is not a failure. */
export function callAmbulance(): void {
  wx.makePhoneCall({ phoneNumber: worded('{emergency}'), fail: () => undefined });
}
