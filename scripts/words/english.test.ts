import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { words } from '../../miniprogram/packages/english/words';
import { coverage, type Place } from './coverage';
import { notYet } from './where';

const { missing, unsaid } = coverage(join(__dirname, '../..'), words);
const said = ({ file, line, text }: Place): string => `${file}:${line} ${text}`;
const due = (places: Place[]): string[] =>
  places.filter(({ file }) => !notYet.some((room) => room.test(file))).map(said);

test('every sentence that a reader of English meets is in packages/english', () => {
  expect(due(missing)).toEqual([]);
});

test('every Chinese text is said by a say, which can translate it', () => {
  expect(due(unsaid)).toEqual([]);
});
