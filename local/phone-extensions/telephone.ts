import type { PhoneExtension } from 'miniprogram-preview/extension';
import { createCallScreen } from './call-screen';
import { openLine } from './line';
import './telephone.css';

/** Emergency numbers, which the preview must never dial. */
const emergencies = new Set(['110', '119', '120', '122']);

/** A telephone on every phone of the preview: it rings, and `wx.makePhoneCall` dials through the local exchange. */
const telephone: PhoneExtension = (phone) => {
  const screen = createCallScreen(phone, {
    answer: (callId) => line.answer(callId),
    hangUp: (callId) => line.hangUp(callId),
  });
  const line = openLine(phone, screen.show);

  async function placeCall(number: string): Promise<void> {
    if (emergencies.has(number)) return screen.announce(number, '本地预览不会真的拨打紧急电话。');
    try {
      const call = await line.dial(number);
      // If the call is on the screen already, an event brought it, and the event is newer than this answer.
      if (!('callId' in call)) screen.announce(number, call.announcement);
      else if (screen.callId() !== call.callId) screen.show(call);
    } catch (error) {
      phone.reportError(error);
      screen.announce(number, '电话没有拨出去。');
    }
  }

  return { makePhoneCall: (number) => void placeCall(number) };
};

export default telephone;
