import { join } from 'node:path';
import fc from 'fast-check';
import campaign from '@campaign';
import { readNote } from '../../miniprogram/facts/notes/read-note';
import { sentencesOf } from '../../miniprogram/facts/notes/sentences';
import { readLabelledNotes } from './labelled-note';

const { refusals } = campaign;
const notes = readLabelledNotes(join(__dirname, 'first-half.jsonl'));
const dealers = notes.filter(({ verdict }) => verdict === 'dealer');
const honest = notes.filter(({ verdict }) => verdict === 'honest');

/** Puts an ignored mark between some characters. */
const between =
  (marks: readonly string[]) =>
  (text: string, at: readonly number[]): string =>
    [...text]
      .map((character, index) => character + (at.includes(index) ? (marks[index % marks.length] ?? '') : ''))
      .join('');

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const disguises: Readonly<Record<string, (text: string, at: readonly number[]) => string>> = {
  'characters without width': between(['\u200b', '\u2060', '\ufeff', '\u00ad']),
  'marks of direction': between(['\u202e', '\u2066', '\u200f']),
  'full width': fullWidth,
  'combining marks': between(['\u0336', '\u0489']),
};

describe.each(Object.entries(disguises))('with %s', (_, disguise) => {
  test("a dealer's note is read as without it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...dealers), fc.uniqueArray(fc.nat(40)), ({ text, board }, at) => {
        expect(readNote(disguise(text, at), { board, refusals }).verdict).not.toBe('publish');
      }),
      { numRuns: 400 },
    );
  });
});

test('between the digits of a number anything that is not a digit is ignored', () => {
  const separators = ['🌟', '❤️', ' ', '·', '-', '。', '~', '|', '药', '\u200b', '/', '_'];
  fc.assert(
    fc.property(
      fc.constantFrom(...separators),
      fc.constantFrom(
        '0123456789',
        '〇一二三四五六七八九',
        '零壹贰叁肆伍陆柒捌玖',
        '０１２３４５６７８９',
        '⓪①②③④⑤⑥⑦⑧⑨',
      ),
      fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }),
      (separator, digits, number) => {
        const written = [...String(number)].map((digit) => [...digits][Number(digit)]).join(separator);
        const { findings } = readNote(`孩子发烧，打${written}谢谢`, { board: 'need', refusals });
        expect(findings.map(({ kind }) => kind)).toEqual(['mobile']);
      },
    ),
    { numRuns: 300 },
  );
});

test('an honest note stays honest with thanks, pictures and marks around it', () => {
  const around = fc.constantFrom('', '谢谢🙏', '😭', '～～', '！！！', '【急】', '拜托了，', '\n', '❤️');
  fc.assert(
    fc.property(fc.constantFrom(...honest), around, around, ({ text, board }, before, after) => {
      expect(readNote(before + text + after, { board, refusals })).toMatchObject({ verdict: 'publish' });
    }),
    { numRuns: 600 },
  );
});

test('of two honest notes, one after the other, at most one pair in a thousand waits', () => {
  const pairs = fc.tuple(fc.constantFrom(...honest), fc.constantFrom(...honest));
  const waiting = fc.sample(pairs, { numRuns: 3_000, seed: 1 }).filter(([one, other]) => {
    const text = `${one.text}。${other.text}`;
    return one.board === other.board && readNote(text, { board: one.board, refusals }).verdict !== 'publish';
  });
  expect(waiting.length).toBeLessThanOrEqual(3);
});

/** Notes of one sentence: a doubt that needs two sentences may be lost when a third parts them. */
const everyDealer = ['first-half', 'second-half', 'third-half', 'fourth-half', 'further-probes']
  .flatMap((half) => readLabelledNotes(join(__dirname, `${half}.jsonl`)))
  .filter(({ text, verdict }) => verdict === 'dealer' && sentencesOf(text).length === 0)
  .filter(({ text, board }) => readNote(text, { board, refusals }).verdict !== 'publish');

test("a dealer's sentence is not published for the honest sentence before or after them", () => {
  const mark = fc.constantFrom('。', '！', '？', '\n', '；', '!');
  fc.assert(
    fc.property(
      fc.constantFrom(...everyDealer),
      fc.constantFrom(...honest),
      mark,
      fc.boolean(),
      (dealer, neighbour, between, isAfter) => {
        const both = isAfter ? [dealer.text, neighbour.text] : [neighbour.text, dealer.text];
        const { verdict } = readNote(both.join(between), { board: dealer.board, refusals });
        expect(verdict).not.toBe('publish');
      },
    ),
    { numRuns: Number(process.env.WORDS_RUNS ?? 600) },
  );
});
