/** `npm run check:official`: WeChat's own checks and compilers, offline. `--help` says how. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chosenCampaign } from '../../local/start/chosen-campaign';
import { stageProgram } from '../deploy/program/stage-program';
import { runCompilers } from '../official/compilers';
import { packageSizes, type PackageSize } from '../official/program-size';
import { checkSchemas } from '../official/schemas';
import { buildNpm, compileProgram } from '../official/wechat-ci';

const root = join(__dirname, '../..');

const help = `npm run check:official

Checks the mini-program with WeChat's own tools, without an account: miniprogram-ci's schemas, "build npm" and compiler,
and the compilers wcc and wcsc. Prints what each package weighs. The first run installs them (about 700 packages, a
minute or two), which is why no other check does.
`;

/** The platform's size limit of one package. */
const mostBytes = 2 * 1024 * 1024;
/** A goal for the main package, so that it opens quickly on a slow network. */
const goalBytes = 450 * 1024;

async function main(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stdout.write(help);
    return args.every((arg) => arg === '--help' || arg === '-h') ? 0 : 1;
  }
  const folder = join(root, 'dist/official');
  const campaign = chosenCampaign(root, process.env.CAMPAIGN);
  stageProgram(root, folder, { envId: undefined, appId: undefined, campaign });
  const schemas = checkSchemas(folder);
  report('schemas', `${schemas.files} configuration files`, schemas.faults);
  const compiled = runCompilers(join(folder, 'miniprogram'));
  if (compiled) report('wcc, wcsc', `${compiled.files} templates and styles`, compiled.faults);
  else console.log('wcc, wcsc  not tried: there is no program for this machine');
  const { packages, warnings } = await buildNpm(folder);
  report('build npm', `${packages} packages`, packages === 0 ? ['nothing was packed'] : warnings);
  const files = await quietly(() => compileProgram(folder));
  report('compile', `${Object.keys(files).length} files`, []);
  const large = packageSizes(files, subpackageRoots(folder)).filter(printSize);
  return schemas.faults.length + (compiled?.faults.length ?? 0) + warnings.length + large.length > 0 ? 1 : 0;
}

function report(name: string, what: string, faults: string[]): void {
  console.log(`${name.padEnd(10)} ${what}: ${faults.length === 0 ? 'ok' : `${faults.length} faults`}`);
  for (const fault of faults) console.log(`  ${fault}`);
}

/** Prints one package; true when it is over the platform's limit. */
function printSize({ name, bytes, largest }: PackageSize): boolean {
  const goal = name === 'main' ? `, goal ${goalText(bytes)}` : '';
  console.log(
    `${name.padEnd(18)} ${bytes.toLocaleString('en').padStart(9)} B of ${mostBytes.toLocaleString('en')}${goal}`,
  );
  if (name === 'main')
    for (const file of largest) console.log(`  ${file.bytes.toLocaleString('en').padStart(9)}  ${file.path}`);
  return bytes > mostBytes;
}

function goalText(bytes: number): string {
  const over = bytes - goalBytes;
  return `${goalBytes.toLocaleString('en')}: ${over > 0 ? `missed by ${over.toLocaleString('en')}` : 'met'}`;
}

function subpackageRoots(folder: string): string[] {
  const app = JSON.parse(readFileSync(join(folder, 'miniprogram/app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  return (app.subPackages ?? []).map(({ root: path }) => path);
}

/** Runs `work` and hides output that has no meaning here: progress, and a list that cannot be loaded offline. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log, error } = console;
  console.log = console.error = () => undefined;
  try {
    return await work();
  } finally {
    Object.assign(console, { log, error });
  }
}

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
