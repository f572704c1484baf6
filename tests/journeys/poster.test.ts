import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Phone } from 'miniprogram-preview/testing';
import { yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { startTown, type Town } from './town';

const root = join(__dirname, '../..');
const millimetresPerInch = 25.4;
/** A4, and the resolution that a home printer needs for text and a code. */
const [a4Width, a4Height, dotsPerInch] = [210, 297, 150];
const toMillimetres = (dots: number): number => (dots / dotsPerInch) * millimetresPerInch;

let town: Town;
let phone: Phone;
beforeAll(async () => {
  town = await startTown(0);
  const maker = await town.product.enrol('poster-maker');
  const named = await town.product.call(
    'share',
    'namePlace',
    { kind: 'compound', name: '湘江一号小区', place: yuelu },
    maker,
  );
  const { id } = output(named);
  phone = await town.phone(maker, `packages/share/pages/poster/poster?kind=place&id=${id}`);
  await phone.page.getByRole('button', { name: '海报，点击放大' }).waitFor();
  await phone.page.evaluate(readerScript());
}, 180_000);
afterAll(async () => {
  await phone.close();
  await town.close();
});

/** Puts the decoder that the preview's scanner uses on the page, because it needs the picture's pixels. */
function readerScript(): string {
  const code = execFileSync(
    join(root, 'node_modules/.bin/esbuild'),
    ['--bundle', '--format=iife', '--global-name=qrReader'],
    { cwd: root, input: `export { default } from 'qr/decode.js';`, encoding: 'utf8' },
  );
  return `${code};globalThis.qrReader = qrReader; undefined;`;
}

interface Seen {
  /** The text of the code; '' when it cannot be read. */
  text: string;
  width: number;
  height: number;
  /** Of one dark or light square of the code. */
  modulePixels: number;
  /** Side of the whole code, without its quiet zone. */
  sidePixels: number;
  /** The narrowest white around the code. */
  quietPixels: number;
}

/** How a camera sees the poster: smaller, out of focus, askew, and compressed. */
interface Camera {
  scale: number;
  blurPixels?: number;
  degrees?: number;
  jpegQuality?: number;
}

/** Runs in the browser. */
const see = ({ scale, blurPixels = 0, degrees = 0, jpegQuality = 1 }: Camera): Promise<Seen> =>
  phone.page.evaluate(`(async () => {
    const image = document.querySelector('[aria-label="海报，点击放大"] img, img[aria-label="海报，点击放大"]');
    const original = await createImageBitmap(await (await fetch(image.src)).blob());
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(original.width * ${scale});
    canvas.height = Math.round(original.height * ${scale});
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.filter = 'blur(${blurPixels}px)';
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.rotate(${degrees} * Math.PI / 180);
    pen.drawImage(original, -canvas.width / 2, -canvas.height / 2, canvas.width, canvas.height);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.filter = 'none';
    const squeezed = await new Promise((done) => canvas.toBlob(done, ${jpegQuality === 1 ? "'image/png'" : `'image/jpeg', ${jpegQuality}`}));
    pen.drawImage(await createImageBitmap(squeezed), 0, 0);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    let found;
    let text = '';
    try {
      text = qrReader.default({ data, width, height }, { pointsOnDetect: (points) => { found = points; } });
    } catch { /* not readable: text stays empty */ }
    if (!found) return { text, width: original.width, height: original.height, modulePixels: 0, sidePixels: 0, quietPixels: 0 };
    const [tl, tr, , bl] = Array.isArray(found) ? found : [found.tl, found.tr, found.br, found.bl];
    const modulePixels = (tl.moduleSize + tr.moduleSize) / 2;
    const sidePixels = Math.hypot(tr.x - tl.x, tr.y - tl.y) + 7 * modulePixels;
    const isDark = (x, y) => data[4 * (Math.round(y) * width + Math.round(x))] < 128;
    const left = tl.x - 3.5 * modulePixels;
    const right = tr.x + 3.5 * modulePixels;
    const top = tl.y - 3.5 * modulePixels;
    const bottom = bl.y + 3.5 * modulePixels;
    const isWhite = (gap) => {
      for (let at = 0; at <= 1; at += 0.01) {
        const [x, y] = [left + at * (right - left), top + at * (bottom - top)];
        if (isDark(left - gap, y) || isDark(right + gap, y) || isDark(x, top - gap) || isDark(x, bottom + gap)) return false;
      }
      return true;
    };
    let quietPixels = 2;
    while (quietPixels < 200 && isWhite(quietPixels)) quietPixels += 1;
    return { text, width: original.width, height: original.height, modulePixels, sidePixels, quietPixels };
  })()`);

test('the poster is A4 at 150 dots an inch, and its code is large enough on paper to be read from a metre', async () => {
  const seen = await see({ scale: 1 });
  expect(seen.text).toMatch(/arrive%2Farrive%3Fscene/);
  expect(toMillimetres(seen.width)).toBeCloseTo(a4Width, 0);
  expect(toMillimetres(seen.height)).toBeCloseTo(a4Height, 0);
  // A code is read from about ten times its side with any camera; WeChat's own zooms in from farther.
  expect(toMillimetres(seen.sidePixels)).toBeGreaterThan(100);
  expect(toMillimetres(seen.modulePixels)).toBeGreaterThan(2);
  // Four squares of white on every side, as the standard of QR codes asks for.
  expect(seen.quietPixels / seen.modulePixels).toBeGreaterThan(4);
});

test.each<[string, Camera]>([
  ['printed at half the resolution', { scale: 0.5 }],
  ['photographed and sent on in a chat', { scale: 0.6, jpegQuality: 0.3 }],
  ['out of focus', { scale: 0.5, blurPixels: 2 }],
  ['hung askew', { scale: 0.5, degrees: 12, blurPixels: 1, jpegQuality: 0.6 }],
  // A metre away 0.8 m fit into the frame: 1.35 pixels a millimetre, where the print has 5.9 dots.
  ['one metre away, in a frame of 1080 pixels', { scale: 0.23, blurPixels: 0.7, jpegQuality: 0.6 }],
])('the code is read when it is %s', async (_name, camera) => {
  const { text } = await see({ scale: 1 });
  expect((await see(camera)).text).toBe(text);
});
