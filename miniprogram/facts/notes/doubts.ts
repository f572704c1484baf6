import { elsewhereRules } from './elsewhere-rules';
import type { NoteContext } from './finding';
import type { FoldedText } from './normalise';
import { matchesOf, type Match } from './rule';
import { saleRules } from './sale-rules';
import { tradeRules } from './trade-rules';

/** Rules that find what dealers say. Only the function reads them. */
export const doubtRules = [...elsewhereRules, ...saleRules, ...tradeRules];

/**
 * Passages that a person should look at. Who asks for help, or says that it is free, often tells what shops and dealers
 * do; there a hint counts only together with another one.
 */
export function doubtMatches(folded: FoldedText, { board }: Pick<NoteContext, 'board'>): Match[] {
  const read = doubtRules.filter((rule) => board === 'spare' || rule.spareOnly !== true);
  const found = read.flatMap((rule) => matchesOf(rule, folded).map((match) => ({ rule, match })));
  const hints = found.filter(({ rule }) => rule.hint === true);
  const innocent = board === 'need' || free.test(folded.text);
  const counted = !innocent || new Set(hints.map(({ match }) => match.from)).size > 1;
  return found.filter(({ rule }) => counted || rule.hint !== true).map(({ match }) => match);
}

const free =
  /免费(?!的?(?:别|勿|没|免))|无偿|白送|不要钱|不收(?:一分)?钱|不收费|分文不取|一分(?:钱)?不[要收]|送人/;
