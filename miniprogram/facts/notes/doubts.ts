import { advertRules } from './advert-rules';
import { bargainRules } from './bargain-rules';
import { elsewhereRules } from './elsewhere-rules';
import type { NoteContext } from './finding';
import { clauseEnd, type FoldedText } from './normalise';
import { hiddenRules } from './hidden-rules';
import { matchesOf, type Match, type Rule } from './rule';
import { saleRules } from './sale-rules';
import { toneOf } from './tone';
import { tradeRules } from './trade-rules';

/** Rules that find dealers' language. Only the function reads them. */
export const doubtRules = [
  ...elsewhereRules,
  ...hiddenRules,
  ...saleRules,
  ...tradeRules,
  ...advertRules,
  ...bargainRules,
];

/** Wide rules: they count where the clause or the whole text sounds like a dealer's rather than a neighbour's. */
const soft: ReadonlySet<Rule> = new Set([...hiddenRules, ...advertRules, ...bargainRules]);
const leaning = -40;

function leans(text: string, { from, to }: Match, board: NoteContext['board'], tone: number): boolean {
  if (tone >= leaning) return true;
  const start = text.lastIndexOf(clauseEnd, from) + 1;
  const end = text.indexOf(clauseEnd, to);
  return (toneOf(text.slice(start, end === -1 ? text.length : end), board) ?? 0) >= leaning;
}

/**
 * Passages that a person should look at. In a plea or a gift that sounds like a neighbour's, a hint counts only together
 * with another one, because there people often describe what shops and dealers do.
 */
export function doubtMatches(
  folded: FoldedText,
  { board }: Pick<NoteContext, 'board'>,
  tone: number,
): Match[] {
  const read = doubtRules.filter((rule) => rule.board === undefined || rule.board === board);
  const found = read
    .flatMap((rule) => matchesOf(rule, folded).map((match) => ({ rule, match })))
    .filter(
      ({ rule, match }) => (!soft.has(rule) && rule.hint !== true) || leans(folded.text, match, board, tone),
    );
  const hints = found.filter(({ rule }) => rule.hint === true);
  const innocent = tone < 0 && (board === 'need' || free.test(folded.text));
  const counted = !innocent || new Set(hints.map(({ match }) => match.from)).size > 1;
  return found.filter(({ rule }) => counted || rule.hint !== true).map(({ match }) => match);
}

const free =
  /免费(?!的?(?:别|勿|没|免))|无偿|白送|不要钱|不收(?:一分)?钱|不收费|分文不取|一分(?:钱)?不[要收]|送人/;
