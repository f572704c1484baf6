import { showModal } from '../chrome/modal';
import { refuseUndeclared } from '../declared-infos';
import { askPrivacy } from '../privacy';
import { requireTap } from './refuse';
import { ApiFailure, calls } from './registry';

/** An address as WeChat's own documentation shows one. */
const address = {
  userName: '张三',
  postalCode: '510000',
  provinceName: '广东省',
  cityName: '广州市',
  countyName: '海珠区',
  streetName: '',
  detailInfo: '新港中路397号',
  detailInfoNew: '新港中路397号',
  nationalCode: '510000',
  telNumber: '020-81167888',
};

/** What only WeChat itself can do: the preview says so, and the person at the phone chooses how it ends. */
export const standIns = calls({
  async chooseAddress() {
    refuseUndeclared('chooseAddress');
    await askPrivacy('chooseAddress');
    const { userName, telNumber, provinceName, cityName, countyName, detailInfo } = address;
    const shown = `${userName} ${telNumber}\n${provinceName}${cityName}${countyName}${detailInfo}`;
    await choose('收货地址（预览里的例子）', shown, '用这个地址', '取消');
    return address;
  },
  requestPayment: () =>
    choose('微信支付', '预览里不会付钱。请选择程序会得到的结果。', '支付成功', '取消支付'),
  navigateToMiniProgram({ appId = '', shortLink = '', path = '' }: Record<string, string>) {
    requireTap('navigateToMiniProgram');
    const content = `预览里打不开别的小程序：\n${appId || shortLink} ${path}`;
    return choose('打开别的小程序', content, '当作打开', '取消');
  },
});

async function choose(
  title: string,
  content: string,
  confirmText: string,
  cancelText: string,
): Promise<void> {
  const { confirm } = await showModal({ title, content, confirmText, cancelText });
  if (!confirm) throw new ApiFailure('cancel');
}
