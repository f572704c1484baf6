import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentences } from '../../miniprogram/facts/words/say';
import type { Words } from '../../miniprogram/model/language';
import { usualCampaign } from '../../local/start/chosen-campaign';
import { readCampaign } from '../campaigns/read-campaign';
import { filesOfRepository } from '../check/files-of-repository';
import { dataSentences } from './data-sentences';
import { sentencesOfScript, sentencesOfWxml, unsaidInWxml } from './sentences';
import { chineseOnly } from './where';

export interface Place {
  /** Relative to the mini-program; a folder of `campaigns/` for data. */
  file: string;
  line: number;
  text: string;
}

export interface Coverage {
  /** How many sentences readers meet, each once in a file. */
  all: number;
  /** Sentences without a translation. */
  missing: Place[];
  /** Chinese that no `say` says, so that it cannot be translated. */
  unsaid: Place[];
}

/** What of the mini-program's sentences these words translate. */
export function coverage(root: string, words: Words): Coverage {
  const found: Coverage = { all: 0, missing: [], unsaid: [] };
  const { words: own } = readCampaign(root, usualCampaign);
  const look = (file: string, line: number, key: string, sentences: Sentences): void => {
    const text = key.replace(
      /\{([a-z]\w*)\}/gi,
      (whole, name) => own[name as keyof typeof own]?.[0] ?? whole,
    );
    found.all += 1;
    if (!(text in sentences)) found.missing.push({ file, line, text });
  };
  for (const file of spokenFiles(root)) {
    const source = readFileSync(join(root, 'miniprogram', file), 'utf8');
    const view = words.views[file.replace(/\.\w+$/, '')];
    const unsaid = (places: { line: number; text: string }[]): void =>
      void found.unsaid.push(...places.map((place) => ({ file, ...place })));
    if (file.endsWith('.json')) {
      const title = titleOf(source);
      if (title !== undefined) look(file, 1, title, view?.title === undefined ? {} : { [title]: '' });
    } else if (file.endsWith('.wxml')) {
      for (const { line, text } of once(sentencesOfWxml(source))) look(file, line, text, view ?? {});
      unsaid(unsaidInWxml(source));
    } else {
      const script = sentencesOfScript(source);
      for (const { line, text } of once(script.said)) look(file, line, text, words.said);
      unsaid(script.unsaid);
    }
  }
  for (const { file, text } of dataSentences(root, usualCampaign)) look(file, 0, text, words.said);
  return found;
}

const spokenFiles = (root: string): string[] =>
  ['wxml', 'ts', 'json']
    .flatMap((ending) => filesOfRepository(root, `miniprogram/*.${ending}`))
    .map((file) => file.replace(/^miniprogram\//, ''))
    .filter((file) => !file.endsWith('.test.ts') && !chineseOnly.some((room) => room.test(file)))
    .sort();

/** A page's title; undefined for a component, and for the program. */
function titleOf(json: string): string | undefined {
  const { component, navigationBarTitleText } = JSON.parse(json) as {
    component?: boolean;
    navigationBarTitleText?: string;
  };
  return component === true ? undefined : navigationBarTitleText;
}

const once = <Kind extends { text: string }>(sentences: Kind[]): Kind[] =>
  sentences.filter(({ text }, index) => sentences.findIndex((other) => other.text === text) === index);
