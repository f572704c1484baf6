import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledSources } from './prepare-guide';

const root = join(__dirname, '..');

test.each(Object.entries(bundledSources(join(root, 'campaigns/fever'))))(
  '%s is up to date with the campaign',
  (path, source) => {
    expect(readFileSync(join(root, path), 'utf8') === source).toBe(true);
  },
);
