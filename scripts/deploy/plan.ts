import { join } from 'node:path';
import { buildFunctions, functionBuild } from '../build-functions';
import { openCloud, type Cloud } from './cloud/cloud';
import { readPatiently } from './cloud/tries';
import type { Deployment } from './deployment';
import { desiredState } from './desired/desired-state';
import { collectionUnit, foreignCollections } from './units/collection-unit';
import { packFunction } from './units/function-code';
import { foreignFunctions, functionUnit, liveVariables, type WantedFunction } from './units/function-unit';
import { planVariables, type VariablePlan } from './units/function-variables';
import { storageUnit } from './units/storage-unit';
import type { Difference, Unit } from './units/unit';

/** What a deployment would do, found by reading only. */
export interface Plan {
  /** Whether the cloud was read. Without an account the plan is that of an empty environment. */
  asked: boolean;
  functions: (Compared & { variables: VariablePlan })[];
  /** Collections and storage. */
  others: Compared[];
  /** Things that exist without being declared. The deployment leaves them alone. */
  foreign: string[];
}

export interface PlanOptions {
  /** Whether to build the functions; otherwise the last build is compared. */
  build: boolean;
  /** Names of the variables whose given value replaces the one in the cloud. */
  rotated?: ReadonlySet<string>;
}

interface Compared {
  unit: Unit;
  differences: Difference[];
}

/**
 * Builds the functions and compares everything with the cloud. Changes nothing.
 */
export async function makePlan(
  root: string,
  deployment: Deployment,
  { build, rotated = new Set() }: PlanOptions,
): Promise<Plan> {
  const cloud = deployment.account && openCloud(deployment.account);
  const wanted = await buildWanted(root, deployment, { build, rotated });
  const functions = wanted.map(async (each) => {
    const unit = functionUnit(each, cloud);
    const live = cloud && ((await readPatiently(() => liveVariables(each.spec.name, cloud))) ?? {});
    return { unit, differences: await read(unit), variables: each.plan(live) };
  });
  const others = [
    ...desiredState.collections.map((collection) => collectionUnit(collection, cloud)),
    storageUnit(desiredState.storageAcl, cloud),
  ].map(async (unit) => ({ unit, differences: await read(unit) }));
  const units = { functions: await Promise.all(functions), others: await Promise.all(others) };
  return { asked: cloud !== undefined, ...units, foreign: cloud ? await foreignNames(cloud) : [] };
}

/** What stops the deployment, one sentence for each cause, without repetition. */
export function planFaults({ functions, others }: Pick<Plan, 'functions' | 'others'>): string[] {
  const blocked = [...functions, ...others].flatMap(({ unit, differences }) =>
    differences.filter(({ kind }) => kind === 'blocked').map(({ text }) => `${unit.name}: ${text}`),
  );
  return [...new Set([...functions.flatMap(({ variables }) => variables.faults), ...blocked])];
}

async function buildWanted(
  root: string,
  { name, campaign, values }: Deployment,
  { build, rotated }: PlanOptions,
): Promise<WantedFunction[]> {
  const outDir = join(root, 'dist/deploy', name, 'cloudfunctions');
  const campaignFile = join(root, 'campaigns', campaign, 'campaign.json');
  if (build) await buildFunctions({ ...functionBuild(root, outDir), campaignFile, minify: true });
  return desiredState.functions.map((spec) => ({
    spec,
    code: packFunction(join(outDir, spec.name)),
    plan: (live) => planVariables(spec, values, live, rotated),
  }));
}

const read = (unit: Unit) => readPatiently(() => unit.differences());

async function foreignNames(cloud: Cloud): Promise<string[]> {
  const functions = await readPatiently(() => foreignFunctions(desiredState.functions, cloud));
  const collections = await readPatiently(() => foreignCollections(desiredState.collections, cloud));
  return [...functions.map((name) => `function ${name}`), ...collections.map((name) => `collection ${name}`)];
}
