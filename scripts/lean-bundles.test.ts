import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import campaignFile from '@campaign';
import { Campaign } from '../cloudfunctions/shared/contract/campaign';
import { outlineHolds } from '../cloudfunctions/shared/domain/districts/outline';
import { functionBuild } from './build-functions';
import { leanBundles, sentTypes } from './lean-bundles';
import { withoutScratch } from './quick-sdk-parsing';

const root = join(__dirname, '..');

/** The exports of a program that is bundled as functions are, and its text. */
async function bundled(contents: string): Promise<{ text: string; exported: Record<string, unknown> }> {
  const { campaignFile: campaign } = functionBuild(root);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(root, 'cloudfunctions/shared'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    alias: { '@campaign': campaign },
    plugins: [leanBundles(campaign)],
  });
  const text = outputFiles[0]?.text ?? '';
  const module = { exports: {} };
  const run = new Function('require', 'module', 'exports', text) as (...given: unknown[]) => void;
  run(createRequire(__filename), module, module.exports);
  return { text, exported: module.exports };
}

test('a bundle holds its campaign as the contract reads it, and one language of zod', async () => {
  const { text, exported } = await bundled(
    "export { releasedCampaign } from './kernel/released-campaign'; export { z } from 'zod';",
  );
  expect(exported.releasedCampaign).toEqual(Campaign.parse(campaignFile));
  expect(text).toContain('Invalid input: expected');
  expect(text).not.toContain('无效输入');
});

test('a bundle reads the outlines of districts at the first question', async () => {
  const { exported } = await bundled("export { outlineHolds } from './domain/districts/outline';");
  const holds = exported.outlineHolds as typeof outlineHolds;
  for (const point of [[116.4, 39.92] as const, [121.5, 31.2] as const])
    for (const adcode of ['110101', '310115', '999999'])
      expect(holds(adcode, point)).toBe(outlineHolds(adcode, point));
  expect(holds('110101', [116.4, 39.92])).toBe(true);
});

test('the types of what functions send are known', () => {
  const types = createRequire(require.resolve('wx-server-sdk'))('mime-db') as object;
  expect(Object.keys(sentTypes(types)).sort()).toEqual([
    'application/json',
    'image/gif',
    'image/jpeg',
    'image/png',
    'image/webp',
    'text/plain',
  ]);
});

test('bson of another version is noticed', () => {
  expect(() => withoutScratch('')).toThrow('bson keeps its bytes');
});
