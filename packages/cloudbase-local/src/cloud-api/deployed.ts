import type { CollectionSpec } from 'sqlite-document-database';

/** Everything deployed to an environment through the cloud API. */
export interface Deployed {
  envId: string;
  functions: Map<string, DeployedFunction>;
  collections: Map<string, DeployedCollection>;
  storageAcl: string;
}

export interface DeployedFunction {
  handler: string;
  runtime: string;
  timeout: number;
  memorySize: number;
  description: string;
  variables: { Key: string; Value: string }[];
  /** `isOff`: switched off in the console. */
  triggers: { name: string; cron: string; isOff?: boolean }[];
  zip: Buffer;
  /** How many more reads will report the last change as in progress. */
  busyReadings: number;
  modified: string;
}

export interface DeployedCollection {
  aclTag: string;
  indexes: CollectionSpec['indexes'];
}

/** A new environment. Its storage can be read by everyone until someone changes that. */
export const newEnvironment = (envId: string): Deployed => ({
  envId,
  functions: new Map(),
  collections: new Map(),
  storageAcl: 'READONLY',
});
