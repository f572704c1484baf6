import { readFileSync } from 'node:fs';
import { packageFile } from '../package-files';

/** An icon font of which the package has a copy, of one version for all. */
export interface CarriedFont {
  url: string;
  /** What the classes of icons begin with; the icon's name follows. */
  className: string;
  /** The number of each icon in the copy, as hexadecimal text. */
  numbers(): Record<string, string>;
}

let numbers: Record<string, string> | undefined;

const tdesign: CarriedFont = {
  url: '/preview/assets/tdesign-icons.woff',
  className: 't-icon-',
  numbers: () =>
    (numbers ??= JSON.parse(readFileSync(packageFile('assets', 'tdesign-glyphs.json'), 'utf8')) as Record<
      string,
      string
    >),
};

/** The copy that takes the place of a remote font. */
export function carriedFont(url: string): CarriedFont | undefined {
  return /tdesign\.gtimg\.com\/icon\/[^/]+\/fonts\/t\./.test(url) ? tdesign : undefined;
}
