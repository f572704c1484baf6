import decodeCode from 'qr/decode.js';

/** The code in a picture, in the terms of `wx.scanCode`. */
export type ScannedCode =
  { scanType: 'QR_CODE'; result: string } | { scanType: 'WX_CODE'; result: ''; path: string };

/**
 * Larger pictures are reduced first: a code that fills a good part of the picture stays readable, and reading is
 * faster.
 */
const longestSide = 1200;

/** The code in a picture; undefined when none can be read. */
export async function readCode(picture: Blob): Promise<ScannedCode | undefined> {
  const image = await createImageBitmap(picture).catch(() => undefined);
  if (!image) return undefined;
  const shrink = Math.min(1, longestSide / Math.max(image.width, image.height));
  const [width, height] = [Math.round(image.width * shrink), Math.round(image.height * shrink)];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.drawImage(image, 0, 0, width, height);
  try {
    return meaningOf(decodeCode(context.getImageData(0, 0, width, height)));
  } catch {
    return undefined;
  }
}

/** Mini-program codes of a local cloud are QR codes that hold the preview's own address of the page. */
function meaningOf(text: string): ScannedCode {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const page = url?.pathname === '/phone' ? url.searchParams.get('page') : null;
  return page ? { scanType: 'WX_CODE', result: '', path: page } : { scanType: 'QR_CODE', result: text };
}
