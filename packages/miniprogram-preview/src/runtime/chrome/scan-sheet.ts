import { savedPictures } from '../album';
import { readCode, type ScannedCode } from '../read-code';
import { make, makeButton } from './dom';
import { openSheet } from './sheets';
import { showToast } from './toast';

/** Replaces the camera by a picture of the album or of this machine. Undefined when dismissed. */
export async function scanPicture(): Promise<ScannedCode | undefined> {
  const pictures = await savedPictures();
  return new Promise((resolve) => {
    const urls = pictures.map((picture) => URL.createObjectURL(picture));
    const finish = (code?: ScannedCode): void => {
      close();
      for (const url of urls) URL.revokeObjectURL(url);
      resolve(code);
    };
    const read = async (picture: Blob): Promise<void> => {
      const code = await readCode(picture);
      if (code) finish(code);
      else showToast({ title: '未发现二维码', icon: 'none' });
    };
    const album = make(
      'div',
      { class: 'scan-album' },
      ...pictures.map((picture, index) => {
        const image = make('img', { src: urls[index], alt: '' });
        const button = makeButton('', () => void read(picture), { 'aria-label': `相册图片 ${index + 1}` });
        button.append(image);
        return button;
      }),
    );
    const file = make('input', { type: 'file', accept: 'image/*', 'aria-label': '从电脑里选图片' });
    file.addEventListener('change', () => {
      const [picture] = file.files ?? [];
      if (picture) void read(picture);
    });
    const hint = pictures.length > 0 ? '点一张图片来扫' : '相册里还没有图片';
    const cancel = makeButton('取消', () => finish(), { class: 'sheet-cancel' });
    const title = make('p', { class: 'sheet-title' }, hint);
    const close = openSheet([title, album, file, cancel], '扫一扫', () => finish());
  });
}
