import { brokenText, loadImage, openCanvas, pictureFile } from '../../../services/canvas';
import type { PosterWords } from '../presenters/poster-words';
import { say } from '../../../facts/words/say';
import { worded } from '../../../facts/words/worded';

/** A4 upright at 150 dots an inch. */
export const posterSize = { width: 1240, height: 1754 } as const;
const margin = 100;
const codeSide = 760;

/**
 * Draws the poster on the page's canvas and answers its file. Black on white, so that any printer can print it.
 * @param code the picture of the code, PNG in base64
 */
export async function drawPoster(
  holder: WechatMiniprogram.Page.TrivialInstance,
  { headline, lead, where }: PosterWords,
  code: string,
): Promise<string> {
  const { width, height } = posterSize;
  const { canvas, context } = await openCanvas(holder, '#poster', width, height);
  const text = (line: string, y: number, font: string): void => {
    context.font = font;
    context.fillText(line, width / 2, y);
  };
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000000';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  text(worded('{title}'), 130, 'bold 64px sans-serif');
  context.font = 'bold 108px sans-serif';
  const lines = headline.flatMap((line) => brokenText(context, line, width - 2 * margin, 1));
  lines.forEach((line, index) => context.fillText(line, width / 2, 290 + index * 132));
  const under = 290 + lines.length * 132;
  text(lead, under - 10, '52px sans-serif');
  const picture = await loadImage(canvas, `data:image/png;base64,${code}`);
  const top = under + 40;
  context.drawImage(picture, (width - codeSide) / 2, top, codeSide, codeSide);
  text(say('用微信扫一扫，不用下载'), top + codeSide + 36, '44px sans-serif');
  context.font = 'bold 44px sans-serif';
  // The longest name of a place with the longest name of a region takes three lines.
  const places = brokenText(context, where, width - 2 * margin, 3);
  places.forEach((line, index) => context.fillText(line, width / 2, top + codeSide + 104 + index * 54));
  context.fillRect(0, height - 150, width, 150);
  context.fillStyle = '#ffffff';
  text(say('只免费互助，谁要钱都别给'), height - 75, 'bold 60px sans-serif');
  return pictureFile(canvas);
}
