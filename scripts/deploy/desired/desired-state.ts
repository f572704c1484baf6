import type { CollectionSpec } from 'sqlite-document-database';
import { collections } from './collections';
import { functions, type CloudFunction } from './functions';

/**
 * What an environment must contain. Everything else is generated from this: the configuration files, the plan of a
 * deployment and, through the files, the local cloud.
 */
export interface DesiredState {
  functions: CloudFunction[];
  collections: CollectionSpec[];
  /**
   * Pictures of documents are kept until a decision. With the platform's default, everyone with a file's id could read
   * it.
   */
  storageAcl: 'PRIVATE';
}

/** The platform cannot change the runtime of an existing function. */
export const runtime = 'Nodejs20.19';

export const desiredState: DesiredState = { functions, collections, storageAcl: 'PRIVATE' };
