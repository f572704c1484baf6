/**
 * The second half of `prepack`: copies the files that the built package reads at run time to dist/. The browser side is
 * copied as sources, because the preview bundles it together with extensions when it starts.
 */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const shipped = [
  'runtime',
  'shell',
  'assets',
  'places/outlines.json',
  'places/places.json',
  'places/regions.json',
];

mkdirSync(join(__dirname, 'dist/places'), { recursive: true });
for (const name of shipped)
  cpSync(join(__dirname, 'src', name), join(__dirname, 'dist', name), { recursive: true });
