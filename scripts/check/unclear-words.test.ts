import { sourceTexts } from './source-texts';
import { unclearWords } from './unclear-words';

test.each([
  ['Whoever asks first waits.'],
  ['Who asks first waits.'],
  ['The number ends. Who called hears a tone.'],
  ['Nobody may read it.'],
  ['The owner is told of it.'],
  ['The index stands in memory.'],
  ['The walk begins anew.'],
  ['Refuses an id that is none.'],
  ['Everything but for the note.'],
  ['The file beside the source.'],
])('is refused: %s', (text) => {
  expect(unclearWords(text)).toHaveLength(1);
});

test.each([
  ['A person who asks first waits.'],
  ['Who may call?'],
  ['The field `told` of the answer.'],
  ['A server that stands in for the real one.'],
  ['The owner is notified; nobody else is.'],
])('is accepted: %s', (text) => {
  expect(unclearWords(text)).toEqual([]);
});

test('comments and names of tests are found with their lines', () => {
  const source = [
    '/** One. */',
    'const a = "// no comment"; // Two.',
    '/*',
    ' * Three,',
    ' * in two lines.',
    ' */',
    'test.each([1])(`four ${a}`, () => {});',
  ].join('\n');
  expect(sourceTexts(source).map(({ line, text }) => [line, text.trim().replace(/\s+/g, ' ')])).toEqual([
    [1, 'One.'],
    [2, 'Two.'],
    [3, 'Three, in two lines.'],
    [7, 'four ${a}'],
  ]);
});
