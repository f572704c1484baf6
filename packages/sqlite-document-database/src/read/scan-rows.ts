import { scanWarningDocuments } from '../limits';
import type { Collection } from '../storage/catalogue';
import type { Sql } from '../storage/sqlite';
import type { Row, View } from './view';

const batch = 500;

/** Every document in the order of insertion, in batches. */
export function* scanRows(sql: Sql, collection: Collection): Generator<Row[], void, void> {
  const statement = sql.prepare(
    `SELECT rid, doc FROM c_${collection.id} WHERE rid > ? ORDER BY rid LIMIT ${batch}`,
  );
  let after = 0;
  while (true) {
    const rows = statement.all(after).map((row) => ({ rid: row.rid as number, text: row.doc as string }));
    if (rows.length) yield rows;
    if (rows.length < batch) return;
    after = rows[rows.length - 1]?.rid ?? after;
  }
}

/** Reports the index that would have avoided a long scan. */
export function warnOfScan(view: View, collection: Collection, wanted: string, examined: number): void {
  if (examined <= scanWarningDocuments || wanted === '') return;
  view.log(
    `database: ${collection.name}: looked at all ${examined} documents; an index ${wanted} would have served`,
  );
}
