import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { Guide } from '../../cloudfunctions/shared/contract/guide';
import { bundledCampaign } from '../../miniprogram/data/bundled-campaign';
import { guideData } from '../../miniprogram/packages/guide/data/guide-data';
import { carriedFiles } from './carried-files';
import { readCampaign } from './read-campaign';

const root = join(__dirname, '../..');

test.each(Object.entries(carriedFiles(root, readCampaign(root, 'fever'))))(
  '%s is up to date with the campaign',
  (path, source) => {
    expect(readFileSync(join(root, path), 'utf8') === source).toBe(true);
  },
);

test('what the mini-program carries is what the campaign says', () => {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(join(root, 'campaigns/fever', file), 'utf8'));
  expect(bundledCampaign).toEqual(Campaign.parse(read('campaign.json')));
  expect(guideData).toEqual(Guide.parse(read('guide.json')));
});
