import { loadImage, openCanvas, pictureFile } from '../../../services/canvas';

/** Enough to read the print on a box. */
const longestSide = 1280;

/**
 * Draws a photo again on the canvas `#canvas` of the holder, so that the file holds the picture alone: no place, no time, no name of
 * the phone. Rejects when the phone cannot read it.
 */
export async function redrawPhoto(holder: Parameters<typeof openCanvas>[0], path: string): Promise<string> {
  const { width, height } = await wx.getImageInfo({ src: path });
  const shrunk = Math.min(1, longestSide / Math.max(width, height));
  const [drawnWidth, drawnHeight] = [Math.round(width * shrunk), Math.round(height * shrunk)];
  const { canvas, context } = await openCanvas(holder, '#canvas', drawnWidth, drawnHeight);
  // JPEG has no transparency, so that what is transparent would turn black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, drawnWidth, drawnHeight);
  const image = await loadImage(canvas, path);
  context.drawImage(image as never, 0, 0, drawnWidth, drawnHeight);
  return pictureFile(canvas, 'jpg');
}
