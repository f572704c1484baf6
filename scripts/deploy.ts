/** `npm run deploy`: deploys everything to a CloudBase environment. `--help` says how. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stepsByHand } from './deploy/by-hand';
import { deploymentFaults, readDeployment, type Deployment } from './deploy/deployment';
import { writeDeploymentFile } from './deploy/new-deployment-file';
import { makePlan, planFaults, type Plan } from './deploy/plan';
import { planText } from './deploy/plan-text';
import { stageProgram } from './deploy/program/stage-program';
import { uploadWhenChanged } from './deploy/program/upload-program';
import { rotationOf } from './deploy/rotation';
import { mend } from './deploy/units/unit';

const root = join(__dirname, '..');

const help = `npm run deploy -- [--env NAME] [--dry-run] [--no-build]
npm run deploy -- init [--env NAME]
npm run deploy -- rotate VARIABLE [--env NAME]

Makes functions, timers, environment variables, collections, indexes, access rules and the mini-program of one
CloudBase environment as scripts/deploy/desired/ declares them. Doing it again changes nothing, and after an
interruption it goes on where it was.

  --env NAME  the environment, described in .env.NAME, which git ignores; test when absent
  --dry-run   prints the plan and changes nothing; without an account it compares with an empty environment
  --no-build  deploys what was built last for this environment
  init        writes .env.NAME with new keys and a line for each value that only you have
  rotate      replaces one secret in the cloud by the value of .env.NAME; nothing else replaces one
`;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      env: { type: 'string', default: 'test' },
      'dry-run': { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [command = 'deploy', variable, ...rest] = positionals;
  if (command === 'init' && variable === undefined) {
    console.log(
      `written: ${writeDeploymentFile(root, values.env)}. Fill it in, then: npm run deploy -- --dry-run`,
    );
    return 0;
  }
  const options = { dryRun: values['dry-run'], build: !values['no-build'] };
  const deployment = readDeployment(root, values.env, process.env);
  if (command === 'deploy') return deploy(deployment, options);
  if (command === 'rotate' && variable !== undefined && rest.length === 0)
    return rotate(deployment, variable, options);
  throw new Error(`${positionals.join(' ')} is not known: npm run deploy -- --help`);
}

interface Options {
  dryRun: boolean;
  build: boolean;
}

async function deploy(deployment: Deployment, { dryRun, build }: Options): Promise<number> {
  const byHand = stepsByHand(deployment);
  const plan = await makePlan(root, deployment, { build });
  const folder = join(root, 'dist/deploy', deployment.name);
  if (build) stageProgram(root, folder, deployment);
  const faults = [...deploymentFaults(root, deployment), ...planFaults(plan)];
  console.log(planText(deployment, plan, programLines(deployment), byHand, faults));
  if (dryRun) return 0;
  refuseFaults(deployment, plan, faults);
  const changes = await mendAll(plan).catch((error: unknown) => {
    throw new Error(
      `${failureText(error)}\nNot finished. What was done stays: start again, and it goes on from there.`,
    );
  });
  console.log(changes === 0 ? 'Nothing to change in the cloud.' : `${changes} changes made and read back.`);
  await upload(deployment, folder);
  const open = byHand.filter(({ done }) => !done).map(({ name }) => name);
  console.log(open.length === 0 ? 'Finished.' : `Not finished: by hand remain ${open.join(', ')}.`);
  return 0;
}

async function mendAll(plan: Plan): Promise<number> {
  const note = (line: string) => console.log(`- ${line}`);
  let changes = 0;
  // Collections come first, because a function fails on a missing index. They go one by one, so that everything before
  // a failure is complete. Functions go in parallel, because the platform takes seconds for each.
  for (const { unit } of plan.others) changes += await mend(unit, note);
  const functions = await Promise.allSettled(plan.functions.map(({ unit }) => mend(unit, note)));
  for (const each of functions) {
    if (each.status === 'rejected') throw each.reason;
    changes += each.value;
  }
  return changes;
}

/** What the cloud answered, with the code to look up and the request to name to Tencent. */
function failureText(error: unknown): string {
  const { message, code, requestId } = Object(error) as Record<string, unknown>;
  const details = [code, requestId && `request ${String(requestId)}`].filter(Boolean).map(String);
  return `${String(message ?? error)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

async function upload({ appId, uploadKeyFile, name }: Deployment, folder: string): Promise<void> {
  if (!appId || !uploadKeyFile) return;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const description = `npm run deploy, ${name}`;
  const done = await uploadWhenChanged(folder, { appId, keyFile: uploadKeyFile, version, description });
  console.log(done ? `Mini-program ${version} uploaded.` : 'The mini-program is as it was uploaded last.');
}

async function rotate(deployment: Deployment, variable: string, { dryRun, build }: Options): Promise<number> {
  const rotation = rotationOf(variable, deployment.values);
  const plan = await makePlan(root, deployment, { build, rotated: new Set([variable]) });
  const functions = plan.functions.filter(({ unit }) => rotation.functions.includes(unit.name));
  refuseFaults(deployment, plan, planFaults({ functions, others: [] }));
  for (const { unit } of functions) {
    const settingsOnly = {
      name: unit.name,
      differences: async () => (await unit.differences()).filter(({ part }) => part === 'settings'),
    };
    for (const { text } of await settingsOnly.differences()) console.log(`${unit.name}: ${text}`);
    if (!dryRun) await mend(settingsOnly, () => undefined);
  }
  console.log(dryRun ? 'Nothing was changed.' : `${variable} is replaced and read back.`);
  return 0;
}

function refuseFaults({ name, file }: Deployment, plan: Plan, faults: string[]): void {
  if (!plan.asked)
    throw new Error(
      `${file} lacks ENV_ID, CLOUD_API_SECRET_ID or CLOUD_API_SECRET_KEY: npm run deploy -- init --env ${name} writes a new one`,
    );
  if (faults.length > 0) throw new Error(`Nothing was changed, because:\n${faults.join('\n')}`);
}

function programLines({ name, appId, envId, uploadKeyFile }: Deployment): string[] {
  return [
    `built in dist/deploy/${name}, which DevTools opens`,
    `app id ${appId ?? 'MISSING: APP_ID'}, environment ${envId ?? 'the first of the account'}`,
    uploadKeyFile ? 'uploaded with the upload key, when it has changed' : 'not uploaded: no UPLOAD_KEY_FILE',
  ];
}

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(failureText(error));
    process.exit(1);
  },
);
