/**
 * Prepares the icon font of the preview.
 *
 *   mkdir /tmp/icons && cd /tmp/icons && npm i tdesign-icons-web-components@0.3.9
 *   npx tsx scripts/prepare-icon-font.ts --from /tmp/icons
 *
 * tdesign-miniprogram loads its font from a remote address, and numbers the icons otherwise than the only release of
 * the font in a package does. So the packaged font is renumbered by the icons' names. Icons that are newer than the
 * packaged font stay empty; the script names how many.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCharacterMap, writeCharacterMap } from './prepare-icon-font/character-map';
import { readWoff, writeWoff } from './prepare-icon-font/woff';

const root = join(__dirname, '..');

function main(): void {
  const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
  if (from === undefined) throw new Error('usage: tsx scripts/prepare-icon-font.ts --from DIR');
  const packaged = join(from, 'node_modules/tdesign-icons-web-components/lib/iconfont');
  const theirs = numberingOfDrawing(readFileSync(join(packaged, 't.svg'), 'utf8'));
  const wanted = numberingOfStyle(
    readFileSync(join(root, 'node_modules/tdesign-miniprogram/miniprogram_dist/icon/icon.wxss'), 'utf8'),
  );
  const font = readWoff(readFileSync(join(packaged, 't.woff')));
  const glyphs = readCharacterMap(font.tables.get('cmap') ?? Buffer.alloc(4));
  const renumbered = new Map<number, number>();
  for (const [name, code] of wanted) {
    const glyph = glyphs.get(theirs.get(name) ?? -1);
    if (glyph !== undefined) renumbered.set(code, glyph);
  }
  font.tables.set('cmap', writeCharacterMap(renumbered));
  writeFileSync(join(root, 'packages/miniprogram-preview/src/assets/tdesign-icons.woff'), writeWoff(font));
  process.stderr.write(`${renumbered.size} of ${wanted.size} icons\n`);
}

/** Character codes by icon name, as tdesign-miniprogram's style sheet states them. */
function numberingOfStyle(style: string): Map<string, number> {
  return numbering(style.matchAll(/\.t-icon-([a-z0-9-]+):before\s*\{\s*content:\s*["']\\([0-9a-fA-F]+)/g));
}

/** The same, as the package states them: in the SVG form of the font. */
function numberingOfDrawing(drawing: string): Map<string, number> {
  return numbering(drawing.matchAll(/glyph-name="([a-z0-9-]+)"\s+unicode="&#x?([0-9a-fA-F]+);"/g));
}

function numbering(named: Iterable<RegExpMatchArray>): Map<string, number> {
  return new Map([...named].map(([, name = '', code = '']) => [name, parseInt(code, 16)]));
}

main();
