/**
 * `npm run build`: builds everything a deployment needs. `--help` says how. When `npm start` runs it, it reports each
 * outcome to that process.
 */
import { join } from 'node:path';
import { buildFunctions, functionBuild, watchFunctions } from './build-functions';
import { keepUsedButtons } from './keep-used-buttons';
import { keepUsedIcons } from './keep-used-icons';
import { placePackages } from './place-packages';

const root = join(__dirname, '..');

const help = `npm run build [-- --watch]

Bundles each cloud function into dist/cloudfunctions, ready to be deployed, and places the mini-program's packages
where DevTools' "build npm" looks for them: miniprogram/node_modules.

  --watch  builds again whenever a source changes, until it is ended
`;

async function main(flags: string[]): Promise<void> {
  if (flags.includes('--help') || flags.includes('-h')) return void process.stdout.write(help);
  const unknown = flags.find((flag) => flag !== '--watch');
  if (unknown !== undefined) throw new Error(`${unknown} is not known: npm run build -- --help`);
  const plan = functionBuild(root);
  if (!flags.includes('--watch')) {
    const names = await buildFunctions(plan);
    console.log(`cloud functions in dist/cloudfunctions: ${names.join(', ') || 'none'}`);
    const packages = placePackages(join(root, 'miniprogram'), join(root, 'node_modules'));
    keepUsedIcons(join(root, 'miniprogram'));
    keepUsedButtons(join(root, 'miniprogram'));
    console.log(`packages in miniprogram/node_modules: ${packages.join(', ') || 'none'}`);
    return;
  }
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

function outcomeText(outcome: { changed: string[] } | { problem: string }): string {
  return 'problem' in outcome ? outcome.problem : `built: ${outcome.changed.join(', ') || 'nothing changed'}`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
