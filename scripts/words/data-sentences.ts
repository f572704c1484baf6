import { readFileSync } from 'node:fs';
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
  'disclaimer',
  'source',
]);
/** The catalogue brings the English of its names itself, and a refusal's source is not shown. */
const unshown = [/^campaign\.catalogue\.name$/, /^campaign\.refusals\.source$/, /^campaign\.care\.source$/];

/** The Chinese sentences of the campaign's data that screens show, each once. */
export function dataSentences(root: string): { file: string; text: string }[] {
  return ['campaign', 'guide'].flatMap((name) => {
    const file = `campaigns/fever/${name}.json`;
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
