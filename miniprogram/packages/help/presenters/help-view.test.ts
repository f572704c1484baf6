import { expect, test } from '@jest/globals';
import { errorTable } from '../../../facts/errors';
import { questions } from '../data/questions';
import { questionFor, questionsFor } from './help-view';

test.each([...Object.keys(errorTable), 'network'])('there is an answer to the error %s', (code) => {
  expect(questionFor(code)?.answer.length).toBeGreaterThan(0);
  expect(questionsFor(code)[0]).toEqual(questionFor(code));
  expect(questionsFor(code)).toHaveLength(questions().length);
});

test('no error has two answers, and every code is an error', () => {
  const codes = questions().flatMap(({ errors }) => errors);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  expect(codes.filter((code) => code !== 'network' && !(code in errorTable))).toEqual([]);
});

test('without an error the questions begin with what is urgent', () => {
  expect(questionsFor('')[0]?.id).toBe('danger');
});
