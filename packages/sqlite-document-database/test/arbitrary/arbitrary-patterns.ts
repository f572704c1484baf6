import fc from 'fast-check';
import type { NaiveOptions, NaivePattern } from '../reference/naive-pattern';

/* Random regular expressions on a small alphabet, as trees and as text. */

const letter = fc.constantFrom('a', 'a', 'b', 'B', '药', '😀', '\n', '\r', ' ', '-', '.', '/');

/** The texts on which the patterns are tried. */
export const subject = fc.array(letter, { maxLength: 6 }).map((letters) => letters.join(''));

const single: fc.Arbitrary<NaivePattern> = fc.oneof(
  { weight: 6, arbitrary: letter.map((text): NaivePattern => ({ is: 'text', text })) },
  { weight: 2, arbitrary: fc.constantFrom<NaivePattern>({ is: 'any' }, { is: 'space' }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(letter, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([texts, not]): NaivePattern => ({ is: 'class', texts, not })),
  },
);
const edge = fc.constantFrom<NaivePattern>({ is: 'start' }, { is: 'end' }, { is: 'word edge' });

const parts: fc.Arbitrary<NaivePattern[]> = fc.letrec<{ parts: NaivePattern[] }>((tie) => ({
  parts: fc.array(
    fc.oneof(
      { depthSize: 'small', maxDepth: 2 },
      { weight: 5, arbitrary: single },
      { weight: 1, arbitrary: edge },
      {
        weight: 3,
        arbitrary: fc
          .tuple(
            fc.oneof(single, group(fc.array(single, { minLength: 1, maxLength: 2 }))),
            fc.constantFrom<[number, number]>(
              [0, Infinity],
              [1, Infinity],
              [0, 1],
              [2, 2],
              [1, 2],
              [2, Infinity],
            ),
            fc.boolean(),
          )
          .map(([of, [least, most], lazy]): NaivePattern => ({ is: 'repeat', of, least, most, lazy })),
      },
      { weight: 2, arbitrary: group(tie('parts')) },
    ),
    { maxLength: 4 },
  ),
})).parts;

function group(way: fc.Arbitrary<NaivePattern[]>): fc.Arbitrary<NaivePattern> {
  return fc
    .tuple(fc.boolean(), fc.array(way, { minLength: 1, maxLength: 2 }))
    .map(([captures, ways]) => ({ is: 'group', captures, ways }));
}

export interface ArbitraryPattern {
  parts: NaivePattern[];
  options: NaiveOptions;
  source: string;
  flags: string;
}

export const pattern: fc.Arbitrary<ArbitraryPattern> = fc
  .record({
    parts,
    options: fc.record({ i: fc.boolean(), m: fc.boolean(), s: fc.boolean() }),
    x: fc.boolean(),
  })
  .map(({ parts: tree, options, x }) => {
    const flags = (['i', 'm', 's'] as const).filter((flag) => options[flag]).join('') + (x ? 'x' : '');
    return { parts: tree, options, source: written(tree, x), flags };
  });

/** @param spaced white space and comments, which are ignored, are between the parts */
function written(tree: NaivePattern[], spaced: boolean): string {
  return tree.map((part) => writtenPart(part, spaced)).join(spaced ? ' \n# a( b\n' : '');
}

function writtenPart(part: NaivePattern, spaced: boolean): string {
  switch (part.is) {
    case 'text':
      return quoted(part.text);
    case 'any':
      return '.';
    case 'space':
      return '\\s';
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'word edge':
      return '\\b';
    case 'class':
      return `[${part.not ? '^' : ''}${part.texts.map(quoted).join('')}]`;
    case 'group':
      return `(${part.captures ? '' : '?:'}${part.ways.map((way) => written(way, spaced)).join('|')})`;
    case 'repeat': {
      const most = part.most === Infinity ? '' : String(part.most);
      const often = short[`${part.least},${most}`];
      return `${writtenPart(part.of, spaced)}${often ?? `{${part.least},${most}}`}${part.lazy ? '?' : ''}`;
    }
  }
}

const short: Record<string, string> = { '0,': '*', '1,': '+', '0,1': '?' };

function quoted(text: string): string {
  if (text === '\n') return '\\n';
  if (text === '\r') return '\\r';
  return /^[ \-./]$/.test(text) ? `\\${text}` : text;
}
