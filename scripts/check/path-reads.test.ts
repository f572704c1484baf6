import { pathReads } from './path-reads';

describe('the check of files read by path', () => {
  const reads = (file: string, text: string) => pathReads(file, text).map(({ target }) => target);

  test.each([
    [
      'packages/miniprogram-preview/src/places/a.ts',
      `readFileSync(join(__dirname, '../../../../miniprogram/facts/regions.json'))`,
      'miniprogram/facts/regions.json',
    ],
    [
      'packages/cloudbase-local/src/cli/a.ts',
      `loadBundled(resolve(__dirname, '../../../../local/start/run.ts'))`,
      'local/start/run.ts',
    ],
    [
      'packages/cloudbase-local/src/cli/a.ts',
      `const root = join(__dirname, '../../../..'); read(join(root, 'campaigns/fever/campaign.json'))`,
      'campaigns/fever/campaign.json',
    ],
    [
      'local/seed/a.ts',
      `readFileSync(path.join(__dirname, '../../packages/miniprogram-preview/src/places/places.json'))`,
      'packages/miniprogram-preview/src/places/places.json',
    ],
    [
      'cloudfunctions/posts/a.ts',
      'readFileSync(join(__dirname, `../../campaigns/fever/campaign.json`))',
      'campaigns/fever/campaign.json',
    ],
  ])('refuses what %s reads with %s', (file, text, target) => {
    expect(reads(file, text)).toEqual([target]);
  });

  test.each([
    ['packages/miniprogram-preview/src/places/a.ts', `join(__dirname, 'places.json')`],
    ['packages/miniprogram-preview/src/places/a.ts', `join(__dirname, '../../assets')`],
    [
      'local/start/a.ts',
      `const root = join(__dirname, '../..'); createPreview({ root: join(root, 'miniprogram') })`,
    ],
    ['tests/integration/a.ts', `join(__dirname, '../../packages/cloudbase-local/src/a.ts')`],
  ])('lets %s read with %s', (file, text) => {
    expect(reads(file, text)).toEqual([]);
  });
});
