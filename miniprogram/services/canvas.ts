/** A prepared canvas of a page or a component: one unit is one pixel of the picture. */
export interface Drawing {
  canvas: WechatMiniprogram.Canvas;
  context: WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;
}

/** Finds the canvas `selector` in the page or component and gives it this size, in pixels. */
export function openCanvas(
  holder: WechatMiniprogram.Component.TrivialInstance | WechatMiniprogram.Page.TrivialInstance,
  selector: string,
  width: number,
  height: number,
): Promise<Drawing> {
  return new Promise((resolve, reject) => {
    wx.createSelectorQuery()
      .in(holder)
      .select(selector)
      .node()
      .exec(([found]: ({ node?: WechatMiniprogram.Canvas } | null)[]) => {
        const canvas = found?.node;
        if (!canvas) {
          reject(new Error(`no canvas ${selector}`));
          return;
        }
        canvas.width = width;
        canvas.height = height;
        resolve({ canvas, context: canvas.getContext('2d') });
      });
  });
}

/** A file with the drawn picture: PNG for what is drawn sharply, JPEG for photos. */
export async function pictureFile(
  canvas: WechatMiniprogram.Canvas,
  fileType: 'png' | 'jpg' = 'png',
): Promise<string> {
  const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType, quality: 0.8 });
  return tempFilePath;
}

/** Loads a picture, a path or a data URL, for drawing. */
export function loadImage(
  canvas: WechatMiniprogram.Canvas,
  source: string,
): Promise<WechatMiniprogram.Image> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture cannot be read'));
    image.src = source;
  });
}

/** Breaks a text into lines that fit, between any two characters, as Chinese is broken. */
export function brokenText(
  context: Drawing['context'],
  text: string,
  width: number,
  most = Infinity,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && context.measureText(line + character).width > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1) ?? ''}…`];
}
