/** `npm run campaign:check`: checks a campaign's folder. `--help` says how. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { usualCampaign } from '../local/start/chosen-campaign';
import { readCampaign } from './campaigns/read-campaign';
import { dataSentences } from './words/data-sentences';

const root = join(__dirname, '..');

const help = `npm run campaign:check -- NAME

Checks campaigns/NAME: each fault names file, field and what to write, and ends the command with 1. Sentences without English are
listed and are no fault: readers of English then see the Chinese.
`;

function main(): void {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h', default: false } },
    allowPositionals: true,
  });
  if (values.help) return void process.stdout.write(help);
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0)
    throw new Error('name one campaign: npm run campaign:check -- --help');
  const { campaign, english } = readCampaign(root, name);
  if (name !== usualCampaign)
    for (const { file, text } of dataSentences(root, name))
      if (english?.[text] === undefined) console.log(`no English in english.json: ${file}: ${text}`);
  console.log(`campaigns/${name}: ${campaign.title}, ${campaign.catalogue.length} items, no fault`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
