import { docFaults } from './doc-faults';

const root = process.cwd();

test.each([
  ['a link to a file that exists', 'See [the house](architecture.md#the-way-of-a-call).'],
  ['a link to another site', '[Node](https://nodejs.org/)'],
  ['code that looks like a link', '```\n[a](nowhere.md)\n```'],
  ['a line of 160 Chinese characters', '药'.repeat(160)],
])('a page may have %s', (_name, text) => {
  expect(docFaults('docs/a.md', text, root)).toEqual([]);
});

test.each([
  ['a link to a file that is gone', 'one\n[gone](nowhere.md)', ['docs/a.md:2: no file docs/nowhere.md']],
  ['a line that is too long', 'x'.repeat(161), ['docs/a.md:1: 161 characters']],
])('a page may not have %s', (_name, text, faults) => {
  expect(docFaults('docs/a.md', text, root)).toEqual(faults);
});
