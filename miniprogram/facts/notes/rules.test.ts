import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { blocks } from './finding';
import { fold } from './normalise';
import { doubtRules } from './doubts';
import { rules as formRules } from './passages';
import { readNote } from './read-note';
import { ruleExamples } from './rule-examples';
import { matchesOf } from './rule';

const examples = ruleExamples;
const rules = [...formRules, ...doubtRules];
const found = (rule: (typeof rules)[number], text: string): boolean =>
  (['dropped', 'meant'] as const).some((pictures) => matchesOf(rule, fold(text, pictures)).length > 0);

test('every rule has refused and accepted examples', () => {
  expect(Object.keys(examples).sort()).toEqual(rules.map((rule) => rule.name).sort());
});

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const { refused = [], accepted = [] } = examples[name] ?? {};
  test('finds each refused example', () => {
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter((text) => !found(rule, text))).toEqual([]);
  });
  test('lets each accepted example pass, as the other rules do', () => {
    expect(accepted.length).toBeGreaterThan(0);
    const stopped = accepted.filter((text) =>
      readNote(text, { board: 'spare', refusals: [] }).findings.some(blocks),
    );
    expect(stopped).toEqual([]);
  });
});

const folder = __dirname;

test("the form's part of the rules is under 40 KB of minified JavaScript", () => {
  const { outputFiles } = buildSync({
    stdin: {
      contents: "export * from './passages'; export * from './remove-findings'",
      resolveDir: folder,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: 'es2020',
    format: 'cjs',
    write: false,
  });
  expect(outputFiles[0]?.contents.length).toBeLessThan(40 * 1024);
});

test('no pattern looks behind: iOS before 16.4 refuses the whole script', () => {
  const sources = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const looking = sources.filter((file) => /\(\?<[=!]/.test(readFileSync(join(folder, file), 'utf8')));
  expect(looking).toEqual([]);
});
