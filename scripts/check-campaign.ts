/** `npm run campaign:check -- NAME`: checks a campaign's folder, and names file, field and what to write. */
import { join } from 'node:path';
import { readCampaign } from './campaigns/read-campaign';

const root = join(__dirname, '..');
const [name, ...rest] = process.argv.slice(2);

try {
  if (name === undefined || rest.length > 0) throw new Error('npm run campaign:check -- NAME');
  const { campaign } = readCampaign(root, name);
  console.log(`campaigns/${name}: ${campaign.title}, ${campaign.catalogue.length} items, no fault`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
