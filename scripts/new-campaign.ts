/** `npm run campaign:new`: makes the folder of a new campaign. `--help` says how. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newCampaign } from './campaigns/new-campaign';
import { readCampaign } from './campaigns/read-campaign';

const root = join(__dirname, '..');

const help = `npm run campaign:new -- NAME

Makes campaigns/NAME, a small campaign that passes the check and runs: one item, one group, general words. NAME is small
letters, digits and -. Then fill in, in this order:

  campaign.json   title, catalogue (what may be asked for and given), groups, redFlags, care, limits, talk
  words.json      what the screens say, each as ["Chinese", "English"]
  advice.json     the guide: sections, and the sources that they come from
  english.json    English by the Chinese of campaign.json and advice.json
  invented.json   the posts of the demonstration

  npm run campaign:check -- NAME        names file, field and what to write
  npm start -- --campaign NAME          shows it
`;

function main(): void {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h', default: false } },
    allowPositionals: true,
  });
  const [name, ...rest] = positionals;
  if (values.help) return void process.stdout.write(help);
  if (name === undefined || rest.length > 0 || !/^[a-z][a-z0-9-]{1,39}$/.test(name))
    throw new Error('name one campaign, in small letters, digits and -: npm run campaign:new -- --help');
  const folder = join(root, 'campaigns', name);
  if (existsSync(folder)) throw new Error(`campaigns/${name} is there already`);
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(join(root, 'campaigns/flood', file), 'utf8'));
  mkdirSync(folder);
  try {
    for (const [file, content] of Object.entries(newCampaign(name, read)))
      writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
    readCampaign(root, name);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  console.log(`campaigns/${name} is made and passes the check. Next: npm run campaign:new -- --help`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
