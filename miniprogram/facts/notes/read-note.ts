import {
  blocks,
  weightOf,
  type Finding,
  type NoteContext,
  type NoteReading,
  type Verdict,
  type Weight,
} from './finding';
import { doubtMatches } from './doubts';
import { medicineMatches } from './medicine-mentions';
import { moreSimplified } from './more-simplified';
import { fold, type FoldedText } from './normalise';
import { findingsOf, passageMatches } from './passages';
import { sentencesOf } from './sentences';
import { toneMatches, toneOf } from './tone';

/**
 * Everything in a note that a public board must not contain, and the consequence. Pure; takes a few milliseconds.
 *
 * The whole note is read, because a warning may be about the next sentence. Each sentence is read alone, too, because a
 * friendly sentence excuses nothing in the one before it: a finding there makes the note doubtful.
 */
export function readNote(text: string, context: NoteContext): NoteReading {
  const whole = readAlone(text, context);
  if (whole.verdict !== 'publish') return whole;
  const alone = sentencesOf(text).map((sentence) => ({
    sentence,
    reading: readAlone(sentence.text, context),
  }));
  const stopped = alone.filter(({ reading }) => reading.verdict !== 'publish');
  if (stopped.length === 0) return whole;
  return {
    verdict: stopped.every(({ reading }) => reading.verdict === 'remove-first') ? 'remove-first' : 'doubtful',
    findings: stopped.flatMap(({ sentence: { from }, reading: { findings } }) =>
      findings.map((finding) => ({ ...finding, start: finding.start + from, end: finding.end + from })),
    ),
  };
}

function readAlone(text: string, context: NoteContext): NoteReading {
  const plain = simplified(fold(text, 'dropped'));
  const tone = toneOf(plain.text, context.board);
  const findings = findingsOf(text, (folded) => {
    const further = simplified(folded);
    const matches = [
      ...passageMatches(folded),
      ...medicineMatches(further, context),
      ...doubtMatches(further, context),
    ];
    return matches.length > 0 ? matches : toneMatches(further, context);
  });
  const kept = soundsCalm(text, findings, tone ?? 0, context)
    ? findings.filter((finding) => !blocks(finding))
    : findings;
  return { findings: kept, verdict: verdictOf(kept, text, context, tone ?? calm) };
}

const simplified = (folded: FoldedText): FoldedText => ({ ...folded, text: moreSimplified(folded.text) });

const isMedicine = ({ kind }: Finding): boolean => kind === 'medicine-asked' || kind === 'medicine-offered';
/** Contact details, codes and groups, which are what they are in any tone. */
const isPlain = ({ kind }: Finding): boolean =>
  weightOf(kind) === 'remove' || kind === 'mini-program' || kind === 'group';

/** Whether all that was found are words that may mean something else, in a note that sounds like a neighbour's. */
function soundsCalm(
  text: string,
  findings: readonly Finding[],
  tone: number,
  { board }: NoteContext,
): boolean {
  const found = findings.filter(blocks);
  const words = ({ start, end }: Finding): string => text.slice(start, end);
  if (board === 'spare' && found.some((finding) => isFare(finding, words(finding)))) return false;
  const address = ({ start, end, kind }: Finding): boolean =>
    kind === 'link' && /[a-z]/i.test(text.slice(start, end));
  if (found.length === 0 || found.some((finding) => isPlain(finding) || address(finding))) return false;
  if (found.some(isMedicine)) return found.length === 1 && tone < farFromDealing;
  return tone < (found.length > 1 ? neighbourly : hesitant);
}

/**
 * A clear case is refused with its sentence. If a single passage may mean something else, or be about others, or the
 * note does not sound like a dealer's, a person looks.
 */
function verdictOf(
  findings: readonly Finding[],
  text: string,
  { board }: NoteContext,
  tone: number,
): Verdict {
  const of = (weight: Weight): Finding[] => findings.filter(({ kind }) => weightOf(kind) === weight);
  const refused = of('refuse');
  const doubts = of('doubt');
  const words = (finding: Finding): string => text.slice(finding.start, finding.end);
  const medicine = refused.some(isMedicine) && !declines.test(text);
  const told = board === 'need' || tellsOfOthers.test(text);
  const clear = refused.filter((finding) => isClear(finding, words(finding)));
  const stated =
    refused.length > 1 || (!told && (clear.length > 0 || (refused.length > 0 && doubts.length > 0)));
  if ((medicine && tone >= friendly) || (stated && tone >= calm)) return 'refuse';
  if (of('remove').length > 0) return 'remove-first';
  return refused.length + doubts.length > 0 ? 'doubtful' : 'publish';
}

/** A neighbour, too, may offer a medicine in friendly words; only far below this tone the words mean something else. */
const farFromDealing = -100;
/** Under these tones two passages, or one, mean something else. */
const neighbourly = -30;
const hesitant = -8;

/** Below these tones a person looks before a medicine, or a trade, is refused. */
const friendly = 30;
const calm = 70;

/** For a figure with its money, or an address, one such passage is enough. Mere words may mean something else. */
const isClear = ({ kind }: Finding, words: string): boolean =>
  (kind === 'price' && /[\d一二两三四五六七八九十百¥￥$]/.test(words)) ||
  (kind === 'link' && /[a-z]/i.test(words)) ||
  (kind === 'payment' && /先|款|定金|押金/.test(words));

/** Unwanted things may be among the named medicines. */
const declines = /不(?:需要|急需|要|用|求|缺)|只[求要缺]|没(?:有)?要|除了/;

/**
 * What somebody takes for what they do themselves. Being friendly about it does not make it free, unlike the way of those who come for a
 * thing, or its carriage, which somebody else is paid for.
 */
const isFare = ({ kind }: Finding, words: string): boolean =>
  kind === 'price' &&
  /(?:船|油|接送|住宿|人工|误工)(?:费用?|钱|票).|[送接拉载捎].+(?:费用?|钱).|(?:aa|摊|分担).*[费钱]|按.+[算收给付计]|(?:接送|人).*收[点些]?费|(?:适当|象征性)收/i.test(
    words,
  );

const tellsOfOthers =
  /免费|无偿|白送|送人|不要钱|不收|别给钱|有人|别人|药店|药房|网上|外面|听说|看到|原来|当初|以前|骗|贩|黄牛|free/i;
