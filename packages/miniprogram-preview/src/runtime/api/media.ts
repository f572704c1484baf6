import { assetUrl, make, overlayLayer } from '../chrome/dom';
import { savePicture } from '../album';
import { scanPicture } from '../chrome/scan-sheet';
import { askPrivacy } from '../privacy';
import { askScope } from './permissions';
import { ApiFailure, calls } from './registry';
import { temporaryPath } from './temporary-path';

interface ChooseOptions {
  count?: number;
}

/** A part of a canvas in the canvas's own pixels, and the size of the picture made from it. */
interface CanvasArea {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  destWidth?: number;
  destHeight?: number;
  fileType?: string;
  quality?: number;
}

/** Lets the person choose pictures of this machine. They stay in the browser. */
export const media = calls({
  async chooseMedia({ count = 9 }: ChooseOptions) {
    await askPrivacy('chooseMedia');
    const files = await chooseFiles(count);
    const tempFiles = files.map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' }));
    return { type: 'image', tempFiles };
  },
  async chooseImage({ count = 9 }: ChooseOptions) {
    await askPrivacy('chooseImage');
    const tempFiles = await chooseFiles(count);
    return { tempFilePaths: tempFiles.map((file) => file.path), tempFiles };
  },
  previewImage({ urls, current }: { urls: string[]; current?: string }) {
    const image = make('img', { src: assetUrl(current ?? urls[0] ?? ''), alt: '' });
    const viewer = make('div', { class: 'image-viewer', role: 'dialog', 'aria-label': '图片' }, image);
    viewer.addEventListener('click', () => viewer.remove());
    overlayLayer().append(viewer);
  },
  /** The album belongs to this browser, so both phones of the shell see it. */
  async saveImageToPhotosAlbum({ filePath }: { filePath: string }) {
    await askPrivacy('saveImageToPhotosAlbum');
    await askScope('scope.writePhotosAlbum');
    const answer = await fetch(assetUrl(filePath)).catch(() => undefined);
    if (!answer?.ok) throw new ApiFailure('no such file or directory');
    await savePicture(await answer.blob());
  },
  /** Without a camera, reads the code in a picture of the album or of this machine. */
  async scanCode() {
    const code = await scanPicture();
    if (!code) throw new ApiFailure('cancel');
    return { charSet: 'utf-8', rawData: '', ...code };
  },
  /** Supports only canvases of `type="2d"`, which are given as nodes. */
  async canvasToTempFilePath({ canvas, ...area }: CanvasArea & { canvas?: HTMLCanvasElement }) {
    if (!(canvas instanceof HTMLCanvasElement))
      throw new ApiFailure('only a canvas of type="2d" is supported by the preview');
    return { tempFilePath: temporaryPath(await pictureOf(canvas, area)) };
  },
  async getImageInfo({ src }: { src: string }) {
    const image = new Image();
    image.src = assetUrl(src);
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight, path: src, type: '', orientation: 'up' };
  },
});

async function pictureOf(canvas: HTMLCanvasElement, area: CanvasArea): Promise<Blob> {
  const { x = 0, y = 0, width = canvas.width - x, height = canvas.height - y } = area;
  const { destWidth = width, destHeight = height, fileType = 'png', quality = 1 } = area;
  const copy = make('canvas', { width: String(destWidth), height: String(destHeight) });
  copy.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, destWidth, destHeight);
  const blob = await new Promise<Blob | null>((done) =>
    copy.toBlob(done, fileType === 'jpg' ? 'image/jpeg' : 'image/png', quality),
  );
  if (!blob) throw new ApiFailure('create bitmap failed');
  return blob;
}

function chooseFiles(count: number): Promise<{ path: string; size: number }[]> {
  return new Promise((resolve, reject) => {
    const input = make('input', { type: 'file', accept: 'image/*' });
    input.multiple = count > 1;
    input.addEventListener('cancel', () => reject(new ApiFailure('cancel')));
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, count);
      resolve(files.map((file) => ({ path: temporaryPath(file, file.name), size: file.size })));
    });
    input.click();
  });
}
