import { z } from 'zod';
import { contrast } from './contrast';

const Colour = z.string().regex(/^#[0-9a-f]{6}$/, 'write a colour as #rrggbb');

/** `word` is for words and icons, `soft` lies under words of that colour, `fill` and `pressed` under white ones. */
const Shades = z.strictObject({ word: Colour, soft: Colour, fill: Colour, pressed: Colour });
const Board = z.strictObject({ light: Shades, dark: Shades });

/** `colours.json` of a campaign: the colours of its two boards. Without the file they are those of the repository's program. */
export const CampaignColours = z.strictObject({ need: Board, spare: Board });
export type CampaignColours = z.infer<typeof CampaignColours>;

export const themes = ['light', 'dark'] as const;
export const boards = ['need', 'spare'] as const;

/** The backgrounds on which every page puts words in the colour of a board. */
const grounds = {
  light: ['#ffffff', '#f4f5f7', '#f1f3f5'],
  dark: ['#1d2025', '#121417', '#2a2e35'],
} as const;
const least = 4.5;

/** Words that would be hard to read, one line each, with the field to change. */
export const colourFaults = (colours: CampaignColours): string[] =>
  boards.flatMap((board) =>
    themes.flatMap((theme) => {
      const { word, soft, fill, pressed } = colours[board][theme];
      const at = `${board}.${theme}`;
      return [
        ...[...grounds[theme], soft].map((ground): [string, string, string] => [`${at}.word`, word, ground]),
        [`${at}.fill`, fill, '#ffffff'] as const,
        [`${at}.pressed`, pressed, '#ffffff'] as const,
      ].flatMap(([field, colour, ground]) => {
        const found = contrast(colour, ground);
        return found >= least
          ? []
          : [`${field}: ${colour} on ${ground} has a contrast of ${found.toFixed(1)}, write one of ${least}`];
      });
    }),
  );

/** The tokens of a campaign: `styles/tokens.wxss` with its colours. */
export function colouredTokens(tokens: string, colours: CampaignColours): string {
  const [light = '', dark = ''] = tokens.split(darkTheme);
  return [[light, 'light'] as const, [dark, 'dark'] as const]
    .map(([part, theme]) =>
      boards.reduce((text, board) => {
        const { word, soft, fill, pressed } = colours[board][theme];
        return Object.entries({ '': word, '-soft': soft, '-fill': fill, '-fill-pressed': pressed }).reduce(
          (css, [end, colour]) =>
            replaced(css, new RegExp(`--${board}${end}: #[0-9a-f]{6};`), `--${board}${end}: ${colour};`),
          text,
        );
      }, part),
    )
    .join(darkTheme);
}
const darkTheme = '@media (prefers-color-scheme: dark)';

/** `theme.json` with the tab of a board's colour. */
export function colouredTheme(theme: string, { need }: CampaignColours): string {
  const { light, dark } = JSON.parse(theme) as Record<(typeof themes)[number], object>;
  return JSON.stringify({
    light: { ...light, tabSelected: need.light.word },
    dark: { ...dark, tabSelected: need.dark.word },
  });
}

/** The drawn picture of a shared post, which has no style sheet. */
export const colouredPicture = (source: string, { need, spare }: CampaignColours): string =>
  replaced(
    source,
    /const colours = \{ need: '#[0-9a-f]{6}', spare: '#[0-9a-f]{6}' \}/,
    `const colours = { need: '${need.light.fill}', spare: '${spare.light.fill}' }`,
  );

/** Throws when there is nothing to replace, because the program has changed then. */
function replaced(text: string, what: RegExp, by: string): string {
  if (!what.test(text)) throw new Error(`the program has no ${what.source}`);
  return text.replace(what, by);
}
