import type { Care } from '../../cloudfunctions/shared/contract/campaign';
import { say } from '../facts/words/say';

/** Dials, opens the other mini-program, or shows the address. Going back is not a failure. */
export function openCare(name: string, way: Care['way']): void {
  if ('phone' in way) wx.makePhoneCall({ phoneNumber: way.phone, fail: () => undefined });
  else if ('address' in way) void wx.showModal({ title: name, content: way.address, showCancel: false });
  else
    wx.navigateToMiniProgram({
      appId: way.appId,
      path: way.path,
      fail: ({ errMsg }) => {
        if (!errMsg.includes('cancel'))
          void wx.showModal({
            title: say('没有打开'),
            content: say`请在微信里搜“${name}”。`,
            showCancel: false,
          });
      },
    });
}
