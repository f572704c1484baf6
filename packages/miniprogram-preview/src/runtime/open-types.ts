import { changeGranted } from './api/permissions';
import { ApiFailure } from './api/registry';
import { showModal } from './chrome/modal';
import { sharePage } from './chrome/share-sheet';
import { frameworkElementOf } from './backend';
import type { BuiltInNode } from './components/define';
import { reportRefusal } from './errors';
import { currentPage } from './page-view';
import { agreeToPrivacy, needsPrivacyAnswer, askPrivacy } from './privacy';
import { phoneCode } from './wechat-services';
import { isSinglePage, session } from './session';
import { sayOpenProgram } from './single-page';

/** The effects of a tap on `<button open-type="…">`; several may be joined by `|`. */
export async function pressButton(openType: string, node: BuiltInNode<object>): Promise<void> {
  if (isSinglePage()) return sayOpenProgram();
  for (const part of openType.split('|')) await pressOne(part, node);
}

async function pressOne(openType: string, node: BuiltInNode<object>): Promise<void> {
  switch (openType) {
    case 'share': {
      const page = currentPage();
      const element = frameworkElementOf(node.host);
      const target = { id: element?.id, dataset: element?.dataset };
      if (page) await sharePage(page, { from: 'button', target });
      return;
    }
    case 'getPhoneNumber':
    case 'getRealtimePhoneNumber':
      return givePhoneNumber(openType.toLowerCase(), node);
    case 'agreePrivacyAuthorization':
      if (needsPrivacyAnswer()) agreeToPrivacy();
      node.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
      return;
    case 'openSetting':
      node.emit('opensetting', { errMsg: 'openSetting:ok', authSetting: await changeGranted() });
      return;
    case 'contact':
    case 'feedback':
      await showModal({ title: '客服', content: '本地预览没有客服会话。', showCancel: false });
      node.emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} });
      return;
    case 'getUserInfo':
      node.emit('getuserinfo', {
        errMsg: 'getUserInfo:ok',
        userInfo: { nickName: '微信用户', avatarUrl: '' },
      });
      return;
    case 'chooseAvatar':
      node.emit('chooseavatar', { avatarUrl: '' });
      return;
    default:
      reportRefusal(`<button open-type="${openType}"> is not supported by the preview`);
  }
}

/** Code and cloud id are references to the person's number; only the cloud can exchange them. */
async function givePhoneNumber(event: string, node: BuiltInNode<object>): Promise<void> {
  try {
    await askPrivacy('getPhoneNumber');
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    return node.emit(event, { errMsg: `getPhoneNumber:fail ${error.message}`, errno: 104 });
  }
  const { confirm } = await showModal({
    title: '申请获取你的手机号',
    content: '用于验证身份',
    confirmText: '允许',
    cancelText: '拒绝',
  });
  if (confirm)
    node.emit(event, {
      errMsg: 'getPhoneNumber:ok',
      ...((await phoneCode()) ?? { code: `phone-${session.openid}`, cloudID: '' }),
      encryptedData: '',
      iv: '',
    });
  else node.emit(event, { errMsg: 'getPhoneNumber:fail user deny', errno: 104 });
}
