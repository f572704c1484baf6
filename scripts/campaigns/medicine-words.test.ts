import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from '../official/files-below';
import { sentencesOfScript, sentencesOfWxml, unsaidInWxml } from '../words/sentences';
import { copyProgram } from './copy-program';
import { readCampaign } from './read-campaign';

const root = join(__dirname, '../..');

const medical =
  /药|发烧|高烧|退烧|布洛芬|处方|症状|(?<!毛)病了|病得|剂量|疗程|说明书|成分|抗原|药盒|medicine|fever|pill|\bdose|ibuprofen|symptom|pharmac/i;

/** Rules that read what people type, and say nothing themselves; they read medicines in every campaign. */
const readsNotes = [
  /^facts\/(notes|catalogue|medicines|characters|regions)\/(?!finding-words)/,
  /^packages\/publish\/presenters\/approval-number\.ts$/,
];

/** Chinese sentences of a source, and in a table of English all of its text. */
function sentencesOf(folder: string, path: string): string[] {
  const source = readFileSync(join(folder, path), 'utf8');
  const texts = (found: readonly { text: string }[]): string[] => found.map(({ text }) => text);
  if (path.includes('/english/'))
    return source
      .split('\n')
      .filter((line) => !/^\s*(\/?\*|\/\/|import |'(components|packages)\/)/.test(line));
  if (path.endsWith('.json'))
    return [...source.matchAll(/"[^"]*[\u4e00-\u9fff][^"]*"/g)].map(([text]) => text);
  if (path.endsWith('.wxs')) return source.split('\n');
  if (path.endsWith('.wxml')) return [...texts(sentencesOfWxml(source)), ...texts(unsaidInWxml(source))];
  const { said, unsaid } = sentencesOfScript(source);
  return [...texts(said), ...texts(unsaid)];
}

/** `path: sentence` for each sentence about medicine. */
const found = (folder: string, paths: readonly string[]): string[] =>
  paths
    .filter((path) => /\.(ts|wxml|wxs|json)$/.test(path) && !path.endsWith('.test.ts'))
    .flatMap((path) =>
      sentencesOf(folder, path)
        .filter((text) => medical.test(text))
        .map((text) => `${path}: ${text.trim()}`),
    );

test('the mini-program of a flood says nothing about medicine', () => {
  const program = mkdtempSync(join(tmpdir(), 'flood-'));
  try {
    copyProgram(root, program, readCampaign(root, 'flood'));
    const paths = filesBelow(program).filter((path) => !readsNotes.some((room) => room.test(path)));
    expect(paths.length).toBeGreaterThan(400);
    expect(found(program, paths)).toEqual([]);
  } finally {
    rmSync(program, { recursive: true });
  }
});

test('the functions say nothing about medicine by themselves', () => {
  const folder = join(root, 'cloudfunctions');
  const paths = filesBelow(folder).filter((path) => !/^shared\/testing\/|post-body\.ts$/.test(path));
  expect(found(folder, paths)).toEqual([]);
});
