import { accountRules } from './account-rules';
import { advertRules } from './advert-rules';
import { bargainRules } from './bargain-rules';
import { elsewhereRules } from './elsewhere-rules';
import type { NoteContext } from './finding';
import type { FoldedText } from './normalise';
import { foreignRules } from './foreign-rules';
import { hiddenRules } from './hidden-rules';
import { matchesOf, type Match } from './rule';
import { saleRules } from './sale-rules';
import { tradeRules } from './trade-rules';
import { trapRules } from './trap-rules';

/** Rules that find dealers' language, and accounts on other services. Only the function reads them. */
export const doubtRules = [
  ...accountRules,
  ...elsewhereRules,
  ...hiddenRules,
  ...foreignRules,
  ...saleRules,
  ...tradeRules,
  ...advertRules,
  ...bargainRules,
  ...trapRules,
];

/** Passages that a person should look at, unless the note sounds like a neighbour's. */
export const doubtMatches = (folded: FoldedText, { board }: Pick<NoteContext, 'board'>): Match[] =>
  doubtRules
    .filter((rule) => rule.board === undefined || rule.board === board)
    .flatMap((rule) => matchesOf(rule, folded));
