import type { Engine } from '../engine';
import { tokenOf, type Body } from './request';

/** `database.startTransaction` */
export function startTransaction(engine: Engine, body: Body): Body {
  return { transactionId: engine.transactions.begin(tokenOf(body)).id };
}

/** `database.commitTransaction`: resolves when everything written is on disk. */
export async function commitTransaction(engine: Engine, body: Body): Promise<Body> {
  await engine.transactions.commit(String(body.transactionId));
  return { data: {} };
}

/** `database.abortTransaction` */
export function abortTransaction(engine: Engine, body: Body): Body {
  engine.transactions.abort(String(body.transactionId));
  return { data: {} };
}
