import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProgram, loadBundled } from './bundled-program';
import type * as Catalogue from '../seed/catalogue';

const catalogue = join(__dirname, '../seed/catalogue.ts');

test('a bundled source finds the files next to it', async () => {
  const { campaign } = await loadBundled<typeof Catalogue>(catalogue);
  expect(campaign.catalogue.length).toBeGreaterThan(10);
});

test('programs bundled at the same time are complete', async () => {
  const files = await Promise.all([catalogue, catalogue, catalogue].map(bundleProgram));
  expect(new Set(files).size).toBe(1);
  expect(readFileSync(files[0] ?? '', 'utf8')).toContain('sourceMappingURL');
});

test('a missing source is named', async () => {
  await expect(bundleProgram(join(__dirname, 'no-such-source.ts'))).rejects.toThrow(/no-such-source/);
});
