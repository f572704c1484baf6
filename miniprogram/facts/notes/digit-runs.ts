import { digitOf, soundedDigitOf, spelledDigits } from './character-tables';
import type { FoldedText } from './normalise';

/** Digits that belong together, however they are written; `groups` are the stretches without anything in between. */
export interface DigitRun {
  groups: readonly DigitGroup[];
}

export interface DigitGroup {
  digits: string;
  from: number;
  to: number;
}

interface Digit {
  /** More than one if they are counted: 四个0. */
  digit: string;
  from: number;
  to: number;
}

/** Whether characters that only sound like digits count as digits. */
export type Reading = 'figures' | 'sounds';

export function digitRuns({ text, gaps }: FoldedText, reading: Reading): DigitRun[] {
  const noise = repeatedNoise(text);
  const runs: DigitGroup[][] = [];
  let last: Digit | undefined;
  for (const digit of digitsOf(text, reading)) {
    const group = runs.at(-1)?.at(-1);
    const between = last ? text.slice(last.to, digit.from) : '';
    if (group && last && between === '' && !gaps.has(digit.from)) {
      group.digits += digit.digit;
      group.to = digit.to;
    } else if (last && joins(between, noise)) {
      runs.at(-1)?.push({ digits: digit.digit, from: digit.from, to: digit.to });
    } else {
      runs.push([{ digits: digit.digit, from: digit.from, to: digit.to }]);
    }
    last = digit;
  }
  return runs.map((groups) => ({ groups }));
}

function digitsOf(text: string, reading: Reading): Digit[] {
  const digits: Digit[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (text.charAt(at + 1) === '位') continue;
    if (/^[2-9两二三四五六七八九]个[0零蛋圈洞]/.test(text.slice(at, at + 3))) {
      digits.push({ digit: '0'.repeat(Number(digitOf(character) ?? 2)), from: at, to: at + 3 });
      at += 2;
      continue;
    }
    const digit = digitOf(character) ?? (reading === 'sounds' ? soundedDigitOf(character) : undefined);
    if (digit !== undefined) {
      digits.push({ digit, from: at, to: at + 1 });
      continue;
    }
    if (!/[a-z]/.test(character)) continue;
    const spelled = spelledDigits.find(([name]) => text.startsWith(name, at));
    if (!spelled) continue;
    digits.push({ digit: spelled[1], from: at, to: at + spelled[0].length });
    at += spelled[0].length - 1;
  }
  return digits;
}

const separators = /^[ ，、.\-/:*#+_~@a-z]{0,3}$/;
const linkWords =
  /^[，、: \-]*(?:前|中|后|末|尾|头|首|再|然后|接着|接|最后|间|面|边|加上?|再加|跟|和|几位|[一二三四五六七八]?位|号段|开头|结尾|尾号|中间|数字?|其余|剩下|是|为|的|电|话|号|连|着|起来|一起|再?来|跟着|后头|之后|完了|下面|空格?|杠|横|[，、: \-])+$/;

const joins = (between: string, noise: ReadonlySet<string>): boolean =>
  separators.test(between) ||
  (between.length <= 10 && linkWords.test(between)) ||
  (between.length > 0 && [...between].every((character) => noise.has(character)));

/** Characters between digits that repeat (1药3药8药0) separate nothing. */
function repeatedNoise(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (let at = 1; at + 1 < text.length; at++) {
    const character = text.charAt(at);
    if (digitOf(character) !== undefined) continue;
    if (digitOf(text.charAt(at - 1)) === undefined || digitOf(text.charAt(at + 1)) === undefined) continue;
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 5).map(([character]) => character));
}
