import type { Engine } from '../engine';
import { invalidParam } from '../refusals';
import { tokenOf, transactionIdIn, type Body } from './request';

/** `database.startTransaction` */
export function startTransaction(engine: Engine, body: Body): Body {
  return { transactionId: engine.transactions.begin(tokenOf(body)).id };
}

/** `database.commitTransaction`: resolves when every write is on disk. */
export async function commitTransaction(engine: Engine, body: Body): Promise<Body> {
  await engine.transactions.commit(endedIdIn(body));
  return { data: {} };
}

/** `database.abortTransaction` */
export function abortTransaction(engine: Engine, body: Body): Body {
  engine.transactions.abort(endedIdIn(body));
  return { data: {} };
}

function endedIdIn(body: Body): string {
  const id = transactionIdIn(body);
  if (id === undefined) throw invalidParam('transactionId is missing');
  return id;
}
