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

/** Everything in a note that a public board must not contain, and the consequence. Pure; takes a few milliseconds. */
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
 * A clear case is refused with its sentence. If a single passage may mean something else, or be about others, a person
 * looks.
 */
function verdictOf(findings: readonly Finding[], text: string, { board }: NoteContext): Verdict {
  const of = (weight: Weight): Finding[] => findings.filter(({ kind }) => weightOf(kind) === weight);
  const refused = of('refuse');
  const doubts = of('doubt');
  const words = (finding: Finding): string => text.slice(finding.start, finding.end);
  const medicine = refused.some(({ kind }) => kind === 'medicine-asked' || kind === 'medicine-offered');
  if (medicine && !declines.test(text)) return 'refuse';
  const told = board === 'need' || tellsOfOthers.test(text);
  const clear = refused.filter((finding) => isClear(finding, words(finding)));
  if (refused.length > 1 || (!told && (clear.length > 0 || (refused.length > 0 && doubts.length > 0))))
    return 'refuse';
  if (of('remove').length > 0) return 'remove-first';
  return refused.length + doubts.length > 0 ? 'doubtful' : 'publish';
}

/** For a figure with its money, or an address, one such passage is enough. Mere words may mean something else. */
const isClear = ({ kind }: Finding, words: string): boolean =>
  (kind === 'price' && /[\d一二两三四五六七八九十百¥￥$]/.test(words)) ||
  (kind === 'link' && /[a-z]/i.test(words)) ||
  (kind === 'payment' && /先|款|定金|押金/.test(words));

/** Unwanted things may be among the named medicines. */
const declines = /不(?:需要|急需|要|用|求|缺)|只[求要缺]|没(?:有)?要|除了/;

const tellsOfOthers =
  /免费|无偿|白送|送人|不要钱|不收|别给钱|有人|别人|药店|药房|网上|外面|听说|看到|原来|当初|以前|骗|贩|黄牛|free/i;
