import type { CollectionSpec } from 'sqlite-document-database';
import { collections } from './collections';
import { functions, type CloudFunction } from './functions';

/**
 * What an environment must have. Everything else is made from this: the configuration files, the plan of a deployment
 * and, through the files, the local cloud.
 */
export interface DesiredState {
  functions: CloudFunction[];
  collections: CollectionSpec[];
  /** Pictures of documents are kept until a decision; by the platform's default anybody with a file's id may read it. */
  storageAcl: 'PRIVATE';
}

/** It cannot change once a function has been created. */
export const runtime = 'Nodejs20.19';

export const desiredState: DesiredState = { functions, collections, storageAcl: 'PRIVATE' };
