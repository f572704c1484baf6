import { say } from '../facts/words/say';

/**
 * Saves a picture to the phone's album and answers whether it is there. Says what to do if the user had refused access.
 */
export async function savePicture(filePath: string): Promise<boolean> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    return true;
  } catch (thrown) {
    const { errMsg = '' } = thrown as { errMsg?: string };
    if (/cancel/.test(errMsg)) return false;
    if (/auth/.test(errMsg)) await offerSettings();
    else void wx.showToast({ title: say('没有存成，请再试一次'), icon: 'none' });
    return false;
  }
}

async function offerSettings(): Promise<void> {
  const { confirm } = await wx.showModal({
    title: say('没有权限存图片'),
    content: say('请在设置里允许“添加到相册”，再回来存一次。'),
    confirmText: say('去设置'),
    cancelText: say('不用了'),
  });
  if (confirm) await wx.openSetting({});
}
