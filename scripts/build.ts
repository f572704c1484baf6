/**
 * `npm run build`: builds everything a deployment needs. `--help` says how. When `npm start` runs it, it reports each
 * outcome to that process.
 */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { chosenCampaign, usualCampaign } from '../local/start/chosen-campaign';
import { buildFunctions, functionBuild, watchFunctions } from './build-functions';
import { copyProgram } from './campaigns/copy-program';
import { readCampaign } from './campaigns/read-campaign';
import { keepUsedButtons } from './keep-used-buttons';
import { keepUsedHelpers } from './keep-used-helpers';
import { keepUsedIcons } from './keep-used-icons';
import { placePackages } from './place-packages';

const root = join(__dirname, '..');

const help = `npm run build [-- --watch] [--campaign NAME]

Bundles each cloud function into dist/cloudfunctions, ready to be deployed, and places the mini-program's packages
where DevTools' "build npm" looks for them: miniprogram/node_modules.

  --watch          builds again whenever a source changes, until it is ended
  --campaign NAME  builds this folder of campaigns/ (CAMPAIGN, or fever)
`;

async function main(flags: string[]): Promise<void> {
  if (flags.includes('--help') || flags.includes('-h')) return void process.stdout.write(help);
  const { values } = parseArgs({
    args: flags,
    options: { watch: { type: 'boolean', default: false }, campaign: { type: 'string' } },
  });
  const campaign = chosenCampaign(root, values.campaign ?? process.env.CAMPAIGN);
  // The functions' build reads it from there.
  process.env.CAMPAIGN = campaign;
  const program = programOf(campaign);
  const plan = functionBuild(root);
  if (!values.watch) {
    const names = await buildFunctions(plan);
    console.log(`cloud functions in dist/cloudfunctions: ${names.join(', ') || 'none'}`);
    const packages = placePackages(program, join(root, 'node_modules'));
    keepUsedIcons(program);
    keepUsedButtons(program);
    keepUsedHelpers(program);
    console.log(`packages in ${relative(root, program)}/node_modules: ${packages.join(', ') || 'none'}`);
    return;
  }
  process.send?.({ program });
  // Stop the compiler in order on every signal, because it prints an error when it is killed during a build.
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['disconnect', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
  });
  const stop = await watchFunctions(plan, (outcome) => {
    if (!process.send) console.log(outcomeText(outcome));
    else if (process.connected) process.send(outcome);
  });
  await ended;
  await stop();
  process.exit(0);
}

/** The mini-program of a checked campaign: the repository's own, or a copy of it with another campaign's files. */
function programOf(name: string): string {
  const campaign = readCampaign(root, name);
  if (name === usualCampaign) return join(root, 'miniprogram');
  const program = join(root, 'dist/campaigns', name, 'miniprogram');
  copyProgram(root, program, campaign);
  return program;
}

function outcomeText(outcome: { changed: string[] } | { problem: string }): string {
  return 'problem' in outcome ? outcome.problem : `built: ${outcome.changed.join(', ') || 'nothing changed'}`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const problem = error instanceof Error ? error.message : String(error);
  if (!process.send) {
    console.error(problem);
    process.exit(1);
  }
  process.send({ problem }, () => process.exit(1));
});
