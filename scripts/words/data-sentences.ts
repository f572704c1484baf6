import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys of a campaign and its guide whose Chinese is shown. Names to search by, and where the data come from, are not. */
const shownKeys = new Set([
  'title',
  'slogan',
  'name',
  'hint',
  'caution',
  'reason',
  'say',
  'says',
  'note',
  'text',
  'condition',
  'what',
  'unit',
  'per',
  'tips',
  'redFlags',
  'lines',
  'disclaimer',
  'source',
]);
/** The catalogue brings the English of its names itself, and a refusal's source is not shown. */
const unshown = [/^campaign\.catalogue\.name$/, /^campaign\.refusals\.source$/, /^campaign\.care\.source$/];

/** The Chinese sentences of a campaign's data that screens show, each once in a file. */
export function dataSentences(root: string, campaign: string): { file: string; text: string }[] {
  const parts = ['campaign', 'guide', 'advice'].map((name) => ({
    name,
    file: `campaigns/${campaign}/${name}.json`,
  }));
  return parts
    .filter(({ file }) => existsSync(join(root, file)))
    .flatMap(({ name, file }) => {
      const found = new Set<string>();
      collect(JSON.parse(readFileSync(join(root, file), 'utf8')), name, found);
      return [...found].map((text) => ({ file, text }));
    });
}

function collect(value: unknown, path: string, found: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, path, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) collect(each, `${path}.${key}`, found);
  else if (typeof value === 'string' && /[\u4e00-\u9fff]/.test(value) && isShown(path)) found.add(value);
}

const isShown = (path: string): boolean =>
  shownKeys.has(path.split('.').at(-1) ?? '') && !unshown.some((each) => each.test(path));
