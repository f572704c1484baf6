import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Deployed } from './deployed';
import { readZip } from './zip';

/** The paths to which `saveDeployed` has written an environment, in the form that `startCloud` takes. */
export interface SavedEnvironment {
  functionsDir: string;
  cloudbaserc: string;
}

/** Writes what was deployed as files that the local cloud runs: the uploaded code, settings, timers and collections. */
export function saveDeployed(deployed: Deployed, dir: string): SavedEnvironment {
  const functionsDir = join(dir, 'cloudfunctions');
  for (const [name, { zip }] of deployed.functions)
    for (const [path, content] of readZip(zip)) {
      const file = join(functionsDir, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  const cloudbaserc = join(dir, 'cloudbaserc.json');
  const settings = {
    envId: deployed.envId,
    functions: [...deployed.functions].map(([name, each]) => ({
      name,
      handler: each.handler,
      timeout: each.timeout,
      memorySize: each.memorySize,
      envVariables: Object.fromEntries(each.variables.map(({ Key, Value }) => [Key, Value])),
      triggers: each.triggers.map((trigger) => ({ name: trigger.name, type: 'timer', config: trigger.cron })),
    })),
    database: {
      collections: [...deployed.collections].map(([collectionName, { aclTag, indexes }]) => ({
        collectionName,
        aclTag,
        indexes,
      })),
    },
  };
  mkdirSync(dir, { recursive: true });
  writeFileSync(cloudbaserc, JSON.stringify(settings, null, 2));
  return { functionsDir, cloudbaserc };
}
