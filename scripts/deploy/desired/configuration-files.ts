import type { CollectionSpec } from 'sqlite-document-database';
import type { CloudFunction } from './functions';
import { runtime, type DesiredState } from './desired-state';
import { variable } from './variables';

/**
 * The files that other tools read, made from the desired state: `config.json` of each function (DevTools, the local
 * cloud) and `cloudbaserc.json` (the tcb command, the local cloud).
 */
export function configurationFiles(desired: DesiredState): { path: string; content: unknown }[] {
  return [
    { path: 'cloudbaserc.json', content: cloudbaserc(desired) },
    ...desired.functions.map((each) => ({
      path: `cloudfunctions/${each.name}/config.json`,
      content: { permissions: { openapi: each.openApis }, triggers: triggers(each) },
    })),
  ];
}

function cloudbaserc({ functions, collections }: DesiredState): unknown {
  return {
    version: '2.0',
    envId: '{{env.ENV_ID}}',
    functionRoot: './dist/cloudfunctions',
    functions: functions.map((each) => ({
      name: each.name,
      handler: 'index.main',
      runtime,
      timeout: each.timeoutSeconds,
      memorySize: each.memoryMb,
      installDependency: false,
      envVariables: Object.fromEntries(
        each.variables
          .filter((name) => variable(name).kind !== 'mark')
          .map((name) => [name, `{{env.${name}}}`]),
      ),
      triggers: triggers(each),
    })),
    database: { collections: collections.map(inOrder) },
  };
}

const triggers = ({ timers }: CloudFunction) =>
  timers.map(({ name, cron }) => ({ name, type: 'timer', config: cron }));

const inOrder = ({ collectionName, aclTag, indexes }: CollectionSpec) => ({
  collectionName,
  aclTag,
  indexes,
});
