import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { words } from '../../miniprogram/packages/english/words';
import { coverage, type Place } from './coverage';

const root = join(__dirname, '../..');
/** New sentences may wait for their English: until then they are shown in Chinese. */
const mayWait = 0.03;

test('nearly every sentence that a reader of English meets is in packages/english', () => {
  const { all, missing, unsaid } = coverage(root, words);
  const waiting = [...missing, ...unsaid].map(({ file, line, text }: Place) => `${file}:${line} ${text}`);
  expect(waiting.slice(0, waiting.length > all * mayWait ? 100 : 0)).toEqual([]);
});

/** A longer one is cut on a phone that is 320 px wide. */
const longestTitle = 12;

test('the title of every page fits between the buttons of the narrowest phone', () => {
  const titles = Object.values(words.views).flatMap(({ title }) => title ?? []);
  const long = titles.filter((title) => !title.startsWith('{') && title.length > longestTitle);
  expect([titles.length > 20, long]).toEqual([true, []]);
});
