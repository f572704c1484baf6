import {
  weightOf,
  type Finding,
  type NoteContext,
  type NoteReading,
  type Verdict,
  type Weight,
} from './finding';
import { medicineMatches } from './medicine-mentions';
import { doubtMatches } from './doubts';
import { moreSimplified } from './more-simplified';
import { findingsOf, passageMatches } from './passages';
import { toneMatches } from './tone';

/** What a note says that a public board must not carry, and what follows from it. Pure; a few milliseconds. */
export function readNote(text: string, context: NoteContext): NoteReading {
  const findings = findingsOf(text, (folded) => {
    const further = { ...folded, text: moreSimplified(folded.text) };
    const matches = [
      ...passageMatches(folded),
      ...medicineMatches(further, context),
      ...doubtMatches(further, context),
    ];
    return matches.length > 0 ? matches : toneMatches(further, context);
  });
  return { findings, verdict: verdictOf(findings, text, context) };
}

/**
 * A clear case is refused with its sentence. Where the words may be about others, and there is only one such passage, a person
 * looks.
 */
function verdictOf(findings: readonly Finding[], text: string, { board }: NoteContext): Verdict {
  const of = (weight: Weight): Finding[] => findings.filter(({ kind }) => weightOf(kind) === weight);
  const refused = of('refuse');
  const medicine = refused.some(({ kind }) => kind === 'medicine-asked' || kind === 'medicine-offered');
  const told = board === 'need' || tellsOfOthers.test(text);
  if (medicine || refused.length > (told ? 1 : 0)) return 'refuse';
  if (of('remove').length > 0) return 'remove-first';
  return refused.length + of('doubt').length > 0 ? 'doubtful' : 'publish';
}

const tellsOfOthers =
  /免费|无偿|白送|送人|不要钱|不收|别给钱|有人|别人|药店|药房|网上|外面|听说|看到|原来|当初|以前|骗|贩|黄牛|free/i;
